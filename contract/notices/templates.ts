import type { FactOf, NoticeSubject } from './subjects.ts';

/** How far a notice goes: it always stands in the inbox; `must` and `may` also go to the phone. */
export type Reach =
  /** to the phone; over the day's limit it waits for the next day */
  | 'must'
  /** to the phone while the day's limit allows */
  | 'may'
  | 'inbox';

/** Title, what happened, and the one next step. Whom to call is added when it is rendered. */
type Words = readonly [title: string, what: string, next: string];

type Slots<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never;

/** The words themselves when every `{slot}` is a fact of the subject; otherwise nothing fits. */
type Checked<S extends NoticeSubject, W extends Words> = {
  readonly [I in keyof W]: Exclude<Slots<W[I]>, FactOf<S>> extends never ? W[I] : never;
};

export interface Template {
  readonly subject: NoticeSubject;
  readonly reach: Reach;
  readonly zh: Words;
  readonly en: Words;
}

const about =
  <S extends NoticeSubject>(subject: S) =>
  <const Z extends Words, const E extends Words>(reach: Reach, zh: Checked<S, Z>, en: Checked<S, E>) => ({
    subject,
    reach,
    zh: zh as Words,
    en: en as Words,
  });

const application = about('application');
const vacancy = about('vacancy');
const employer = about('employer');
const courseClass = about('class');
const provider = about('provider');
const voucher = about('voucher');
const search = about('search');
const fair = about('fair');

/** Every notice there is, in its words: a name without words does not compile, nor does a slot nobody fills. */
export const noticeTemplates = {
  'application.assisted': application(
    'must',
    ['有人替您投了岗位', '工作人员替您投了“{post}”（{employer}）。', '不是您的意思，点开说有异议。'],
    ['Applied on your behalf', 'Staff applied for “{post}” at {employer} for you.', 'Open it to object.'],
  ),
  'application.contacted': application(
    'may',
    ['单位看了您的投递', '{employer}看了您投的“{post}”，会联系您。', '请留意电话。'],
    [
      'Your application was read',
      '{employer} read it and will contact you about “{post}”.',
      'Watch your phone.',
    ],
  ),
  'application.interview': application(
    'must',
    ['请您去面试', '{employer}约您面试“{post}”：{appointment}。', '去不了，请先打电话说一声。'],
    ['Interview', '{employer} invites you for “{post}”: {appointment}.', 'If you cannot come, call first.'],
  ),
  'application.trial': application(
    'must',
    ['请您去试工', '{employer}约您试做“{post}”：{appointment}。', '去不了，请先打电话说一声。'],
    [
      'Trial day',
      '{employer} invites you to try “{post}”: {appointment}.',
      'If you cannot come, call first.',
    ],
  ),
  'application.pool': application(
    'inbox',
    ['单位把您留作备选', '“{post}”有了空位，{employer}会找您。', '不用等，可以再投别的。'],
    [
      'Kept in the pool',
      '{employer} will call you when “{post}” has a place.',
      'You may apply elsewhere meanwhile.',
    ],
  ),
  'application.refused': application(
    'may',
    ['这次没有录用', '{employer}这次没有录用您做“{post}”：{reason}。', '看看别的合适岗位。'],
    [
      'Not hired this time',
      '{employer} did not hire you for “{post}”: {reason}.',
      'See other jobs that fit.',
    ],
  ),
  'application.hired': application(
    'must',
    ['您被录用了', '恭喜！{employer}录用您做“{post}”。', '打电话问好哪天上班。'],
    ['You are hired', '{employer} hired you for “{post}”.', 'Call to ask when you start.'],
  ),
  'application.obsolete': application(
    'may',
    ['投递失效了', '您投的“{post}”（{employer}）失效了：{reason}。', '看看别的合适岗位。'],
    [
      'Application ended',
      'Your application for “{post}” at {employer} ended: {reason}.',
      'See other jobs that fit.',
    ],
  ),
  'application.silent': application(
    'inbox',
    ['单位还没有答复', '{employer}到期还没答复您投的“{post}”。', '网格员会去问，您可以再投别的。'],
    [
      'No answer yet',
      '{employer} has not answered on “{post}” in time.',
      'Staff will ask; you may apply elsewhere.',
    ],
  ),
  'application.received': application(
    'may',
    ['收到新的投递', '有人投了“{post}”。', '请在 {answerBy} 前答复。'],
    ['New application', 'Somebody applied for “{post}”.', 'Please answer by {answerBy}.'],
  ),
  'application.due': application(
    'must',
    ['投递快到答复期限', '“{post}”有一份投递还没答复，{answerBy} 到期。', '点开答复，一按就好。'],
    [
      'An answer is due',
      'An application for “{post}” waits; the answer is due {answerBy}.',
      'Open it and answer.',
    ],
  ),
  'vacancy.invitation': vacancy(
    'must',
    ['有单位想请您', '{employer}想请您去做“{post}”。', '愿意去，点开投递。'],
    ['An employer invites you', '{employer} would like you for “{post}”.', 'Open it to apply.'],
  ),
  'vacancy.published': vacancy(
    'may',
    ['岗位发布了', '“{post}”已经发布，{day} 到期。', '有人投递会通知您。'],
    ['Vacancy published', '“{post}” is published until {day}.', 'You will hear of applications.'],
  ),
  'vacancy.returned': vacancy(
    'must',
    ['岗位要修改', '“{post}”没有通过审核。', '点开看要改什么，改好再交。'],
    [
      'Vacancy needs changes',
      '“{post}” did not pass the review.',
      'Open it, change it and hand it in again.',
    ],
  ),
  'vacancy.ending': vacancy(
    'may',
    ['岗位快到期', '“{post}”{day} 到期，到期自动下架。', '还要招人，点开重发。'],
    ['Vacancy ends soon', '“{post}” ends on {day} and closes by itself.', 'Still hiring? Post it again.'],
  ),
  'employer.verified': employer(
    'must',
    ['单位核验通过', '“{employer}”通过了核验，下次复核 {day}。', '现在可以发岗位了。'],
    ['Employer verified', '{employer} is verified; the next check is {day}.', 'You can post vacancies now.'],
  ),
  'employer.suspended': employer(
    'must',
    ['单位被停用', '“{employer}”已停用：{reason}。', '有疑问请找就业局。'],
    ['Employer suspended', '{employer} is suspended: {reason}.', 'Ask the employment bureau.'],
  ),
  'employer.recheck': employer(
    'must',
    ['单位要复核', '“{employer}”的证照 {day} 前要复核。', '请更新营业执照信息。'],
    [
      'Re-check is due',
      'The papers of {employer} are re-checked by {day}.',
      'Bring your licence up to date.',
    ],
  ),
  'employer.reaccredit': employer(
    'must',
    [
      '帮扶车间要复核',
      '“{employer}”的帮扶车间认定 {accreditedUntil} 到期。',
      '请备好用工和参保名单，等工作人员复核。',
    ],
    [
      'Workshop re-check is due',
      'The accreditation of {employer} ends {accreditedUntil}.',
      'Have the lists of staff and insurance ready.',
    ],
  ),
  'class.seat': courseClass(
    'must',
    ['培训班有您的名额', '“{course}”{day} {time} 开课，在{place}。', '来不了，请先退掉名额。'],
    [
      'You have a seat',
      '“{course}” starts {day} {time} at {place}.',
      'If you cannot come, give the seat back.',
    ],
  ),
  'class.full': courseClass(
    'must',
    ['这期没排上', '“{course}”开课了，这期没有空名额。', '看看别的班。'],
    ['No seat this time', '“{course}” has begun without a free seat.', 'See other classes.'],
  ),
  'class.cancelled': courseClass(
    'must',
    ['培训班不办了', '{day} 的“{course}”不办了。', '看看别的班。'],
    ['Class cancelled', '“{course}” of {day} will not take place.', 'See other classes.'],
  ),
  'class.tomorrow': courseClass(
    'must',
    ['明天开课', '“{course}”明天 {time} 开课，在{place}。', '带上身份证，准时到。'],
    [
      'Class starts tomorrow',
      '“{course}” starts tomorrow {time} at {place}.',
      'Bring your ID card and be on time.',
    ],
  ),
  'class.enrol_assisted': courseClass(
    'must',
    ['有人替您报了班', '工作人员替您报了“{course}”，{day} 开课。', '不是您的意思，点开说有异议。'],
    ['Signed up on your behalf', 'Staff signed you up for “{course}” from {day}.', 'Open it to object.'],
  ),
  'class.withdraw_assisted': courseClass(
    'must',
    ['有人替您退了班', '工作人员替您退了“{course}”。', '不是您的意思，点开说有异议。'],
    ['Withdrawn on your behalf', 'Staff withdrew you from “{course}”.', 'Open it to object.'],
  ),
  'provider.verified': provider(
    'must',
    ['机构核验通过', '“{provider}”通过了核验，下次复核 {day}。', '现在可以开班了。'],
    ['Provider verified', '{provider} is verified; the next check is {day}.', 'You can open classes now.'],
  ),
  'provider.recheck': provider(
    'must',
    ['机构要复核', '“{provider}”的资质 {day} 前要复核。', '请更新办学许可证信息。'],
    [
      'Re-check is due',
      'The papers of {provider} are re-checked by {day}.',
      'Bring your licence up to date.',
    ],
  ),
  'provider.suspended': provider(
    'must',
    ['机构被停用', '“{provider}”已停用：{reason}。', '有疑问请找就业局。'],
    ['Provider suspended', '{provider} is suspended: {reason}.', 'Ask the employment bureau.'],
  ),
  'voucher.issued': voucher(
    'must',
    ['您有一张培训券', '给您发了培训券：{occupation}，{yuan} 元。', '报班时给老师看券码。'],
    [
      'A training voucher',
      'You got a voucher: {occupation}, {yuan} yuan.',
      'Show its code when you sign up.',
    ],
  ),
  'fair.invitation': fair(
    'must',
    ['请您来招聘会', '{day} {time}，{place}：{fair}，有适合您的展位。', '点开看去哪几个展位，来不来说一声。'],
    [
      'You are invited to a job fair',
      '{fair}: {day} {time}, {place}.',
      'Open it: see your stalls, say if you come.',
    ],
  ),
  'fair.changed': fair(
    'must',
    ['招聘会改了时间或地点', '{fair}改为 {day} {time}，在{place}。', '来不了，请点开说一声。'],
    ['The job fair has moved', '{fair}: now {day} {time}, {place}.', 'If you cannot come, please say so.'],
  ),
  'fair.cancelled': fair(
    'must',
    ['招聘会不办了', '{day} 的{fair}不办了，不用来。', '看看别的合适岗位。'],
    ['Job fair cancelled', '{fair} of {day} will not take place.', 'See other jobs that fit.'],
  ),
  'fair.answer_assisted': fair(
    'must',
    ['有人替您答复了招聘会', '工作人员替您答复了{fair}来不来。', '不是您的意思，点开改。'],
    ['Answered on your behalf', 'Staff answered the invitation to {fair} for you.', 'Open it to change it.'],
  ),
  'fair.stall': fair(
    'must',
    ['招聘会请您设展位', '{fair}开始邀请：{day} {time}，在{place}。', '点开看展位和带来的岗位。'],
    ['Your stall at a job fair', '{fair}: {day} {time}, {place}.', 'Open it to see your stall and posts.'],
  ),
  'search.matches': search(
    'may',
    ['有新的岗位', '您存的“{search}”有 {count} 个新岗位。', '点开看看。'],
    ['New jobs', 'Your search “{search}” has {count} new jobs.', 'Open it to see them.'],
  ),
} as const satisfies Record<string, Template>;

export type NoticeTemplate = keyof typeof noticeTemplates;
export const noticeTemplateNames = Object.keys(noticeTemplates) as NoticeTemplate[];

/** The names of the notices about one kind of thing. */
export type TemplateAbout<S extends NoticeSubject> = {
  [T in NoticeTemplate]: (typeof noticeTemplates)[T]['subject'] extends S ? T : never;
}[NoticeTemplate];
