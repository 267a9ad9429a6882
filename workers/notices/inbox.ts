import { wantedPhones } from '#contract/notices/channels.ts';
import { noticeTemplates } from '#contract/notices/templates.ts';
import { isTemplate } from '#drizzle/queries/noticeFacts.ts';
import {
  type Claimed,
  copyToPhone,
  findRecipient,
  lockRecipient,
  phoneNoticesByDay,
  settle,
} from '#drizzle/queries/noticeSending.ts';
import { slotFor } from './rules.ts';
import { drop, nextTry, type Sender } from './sender.ts';

/** Puts a notice into the inbox and decides, once, whether and when a copy goes to the phone. */
export async function toInbox(sender: Sender, notice: Claimed): Promise<void> {
  const { db, channels } = sender;
  const { template } = notice;
  if (!isTemplate(template)) return void (await drop(db, notice));
  const text = { title: '', what: '', next: '', call: '' };
  const outcome = await channels.get('in_app')?.send({ key: notice.dedupe, to: '', template, text });
  if (outcome?.kind !== 'sent') {
    const dueAt = nextTry(notice, new Date());
    await settle(db, notice, dueAt ? { dueAt } : { status: 'failed', failure: 'unreachable' });
    return;
  }
  const { reach } = noticeTemplates[template];
  const copy = reach === 'inbox' ? null : await copyFor(sender, notice);
  await db.transaction(async (db) => {
    const now = new Date();
    if (!(await settle(db, notice, { status: 'delivered', sentAt: now, ref: outcome.ref })) || !copy) return;
    await lockRecipient(db, notice);
    const dueAt = slotFor(now, reach, copy.policy, await phoneNoticesByDay(db, notice));
    if (dueAt === null) return;
    // Staff see who agreed to be written to and has no number, and ask for it.
    await copyToPhone(db, notice, copy.channel, copy.hasPhone ? { dueAt } : { failure: 'no_phone' });
  });
}

/** Where a copy would go, read before the transaction: inside it nothing waits for a second connection. */
async function copyFor({ db, channels, policies }: Sender, notice: Claimed) {
  const recipient = await findRecipient(db, notice);
  if (!recipient) return null;
  const { said, business, path, phone } = recipient;
  const channel = wantedPhones(said, business).find((name) => channels.has(name));
  return channel ? { channel, policy: await policies(path), hasPhone: phone !== null } : null;
}
