import { type PhoneChannel, phoneChannels } from '#contract/codes/market.ts';
import type { Db } from '#drizzle/db.ts';
import type { Env } from '../env.ts';
import type { Channels } from './channel.ts';
import { fileChannel } from './file.ts';
import { type GatewaySettings, gatewayChannel } from './gateway.ts';
import { inAppChannel } from './inApp.ts';
import { bodies } from './phone.ts';

export type NoticeEnv = Pick<
  Env,
  'SMS_GATEWAY_URL' | 'SMS_GATEWAY_TOKEN' | 'WECHAT_GATEWAY_URL' | 'WECHAT_GATEWAY_TOKEN' | 'NOTICE_FILE'
>;

/** The channels of this place: a gateway where one is configured, else the file where one is named, else none. */
export function openChannels(env: NoticeEnv, db: Db): Channels {
  const phones = phoneChannels.flatMap((name) => {
    const settings = gatewayOf(name, env);
    if (settings) return [gatewayChannel(name, settings, bodies[name])];
    return env.NOTICE_FILE ? [fileChannel(name, env.NOTICE_FILE, bodies[name])] : [];
  });
  return new Map([inAppChannel(db), ...phones].map((channel) => [channel.name, channel]));
}

/** Which phones can be reached from here; nothing is opened. */
export const configuredPhones = (env: Partial<NoticeEnv>): PhoneChannel[] =>
  phoneChannels.filter((name) => gatewayOf(name, env) ?? env.NOTICE_FILE);

function gatewayOf(name: PhoneChannel, env: Partial<NoticeEnv>): GatewaySettings | undefined {
  const [url, token = ''] =
    name === 'sms'
      ? [env.SMS_GATEWAY_URL, env.SMS_GATEWAY_TOKEN]
      : [env.WECHAT_GATEWAY_URL, env.WECHAT_GATEWAY_TOKEN];
  return url === undefined ? undefined : { url, token };
}
