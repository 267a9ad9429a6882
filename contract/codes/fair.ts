import { defineCodes } from './defineCodes.ts';

/** 招聘会: `held` from the opening of the door to its closing. */
export const fairStatus = defineCodes({
  planned: '筹备中',
  inviting: '邀请中',
  held: '进行中',
  closed: '已结束',
  cancelled: '已取消',
});
export type FairStatus = (typeof fairStatus.values)[number];

/** What somebody invited says. */
export const fairAnswer = defineCodes({ coming: '会来', declined: '不来' });
export type FairAnswer = (typeof fairAnswer.values)[number];

/** How a talk at a stall ended; an intent becomes an application. */
export const talkOutcome = defineCodes({
  intent: '达成意向',
  person_declined: '本人不合意',
  employer_declined: '单位没看中',
});
export type TalkOutcome = (typeof talkOutcome.values)[number];

/** The funnel of a fair, in its order. Posts are places; every other step counts people. */
export const fairStep = defineCodes({
  posts: '岗位',
  suitable: '合适的人',
  invited: '已邀请',
  came: '到场',
  intent: '达成意向',
  started: '已上岗',
  stayed_30: '满 30 天仍在岗',
  stayed_90: '满 90 天仍在岗',
});
export type FairStep = (typeof fairStep.values)[number];

/** Why somebody went no further, where no reason of a refusal says so. */
export const fairDropout = defineCodes({
  promised: '说会来，没有来',
  silent: '没有答复，也没有来',
  no_talk: '到场，没有谈成',
  withdrawn: '本人撤回',
  obsolete: '去了别处或岗位已满',
  left_30: '不到 30 天离开',
  left_90: '30 到 90 天离开',
});
export type FairDropout = (typeof fairDropout.values)[number];
