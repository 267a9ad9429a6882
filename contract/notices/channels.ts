import { type NoticeChannel, type PhoneChannel, phoneChannels } from '../codes/market.ts';

/** What somebody said about a channel. */
export interface Said {
  readonly channel: NoticeChannel;
  readonly optedOut: boolean;
}

/**
 * The channels to a phone one agreed to, the best first. A person has said yes to each themselves (PIPL 13); the
 * number of an employer or provider was given for this, so SMS holds until they say no. The inbox always is. Pure.
 */
export const wantedPhones = (said: readonly Said[], business: boolean): PhoneChannel[] =>
  phoneChannels.filter((channel) => {
    const word = said.find((one) => one.channel === channel);
    return word ? !word.optedOut : business && channel === 'sms';
  });
