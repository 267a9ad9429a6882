import type { NoticeChannel, NoticeFailure } from '#contract/codes/market.ts';
import type { NoticeText } from '#contract/notices/render.ts';
import type { NoticeTemplate } from '#contract/notices/templates.ts';

export interface NoticeMessage {
  /** the same message carries the same key, however often it is sent: it arrives once */
  readonly key: string;
  /** a mobile number; the inbox needs none */
  readonly to: string;
  readonly template: NoticeTemplate;
  readonly text: NoticeText;
}

/** What became of one try. `why` is for the log and says nothing of the person or the text. */
export type Outcome =
  /** `ref` is the channel's own name for it, which receipts use; `delivered` when it is there already */
  | { readonly kind: 'sent'; readonly ref: string; readonly delivered: boolean }
  | { readonly kind: 'retry'; readonly why: string }
  | { readonly kind: 'failed'; readonly failure: NoticeFailure };

/** The one port through which notices leave: it answers every try with an outcome and never throws. */
export interface Channel {
  readonly name: NoticeChannel;
  send(message: NoticeMessage): Promise<Outcome>;
}

/** What runs in this place: a channel that is not set up is absent. */
export type Channels = ReadonlyMap<NoticeChannel, Channel>;
