import { wantedPhones } from '#contract/notices/channels.ts';
import { renderNotice } from '#contract/notices/render.ts';
import { callFor, isTemplate, knownOf } from '#drizzle/queries/noticeFacts.ts';
import { failCopy } from '#drizzle/queries/noticeFailures.ts';
import { type Claimed, findRecipient, settle } from '#drizzle/queries/noticeSending.ts';
import { outOfQuiet } from './rules.ts';
import { drop, nextTry, type Sender } from './sender.ts';

/** Sends one copy to a phone, in the words of now, unless its person has said no or is gone meanwhile. */
export async function toPhone({ db, channels, policies, log }: Sender, notice: Claimed): Promise<void> {
  const { template, channel: name } = notice;
  const recipient = await findRecipient(db, notice);
  if (!isTemplate(template) || !recipient) return void (await drop(db, notice));
  if (!wantedPhones(recipient.said, recipient.business).some((one) => one === name))
    return void (await drop(db, notice));
  const channel = channels.get(name);
  if (recipient.phone === null || !channel)
    return failCopy(db, notice, recipient.phone === null ? 'no_phone' : 'unreachable');

  const now = new Date();
  const policy = await policies(recipient.path);
  const allowed = outOfQuiet(now, policy);
  if (allowed > now) {
    // It has waited in a line until it was too late: this was no try.
    await settle(db, notice, { dueAt: allowed, attempts: notice.attempts - 1 });
    return;
  }

  const known = (await knownOf(db, [notice])).get(notice.id);
  const text = renderNotice(template, known?.facts, { phone: callFor(notice, known) });
  const outcome = await channel.send({ key: notice.dedupe, to: recipient.phone, template, text });
  log.info({ notice: notice.id, channel: name, try: notice.attempts, outcome: outcome.kind }, 'notice');
  if (outcome.kind === 'sent') {
    const { ref, delivered } = outcome;
    await settle(db, notice, { status: delivered ? 'delivered' : 'sent', sentAt: new Date(), ref });
  } else if (outcome.kind === 'failed') {
    await failCopy(db, notice, outcome.failure);
  } else {
    const next = nextTry(notice, now);
    if (next === null) await failCopy(db, notice, 'unreachable');
    else await settle(db, notice, { dueAt: outOfQuiet(next, policy) });
  }
}
