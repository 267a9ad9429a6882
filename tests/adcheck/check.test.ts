import { describe, expect, it } from 'vitest';
import { checkAdvertisement } from '../../adcheck/check.ts';
import type { RuleCode } from '../../adcheck/types.ts';
import { standards } from './labelled.ts';

const check = (text: string) => checkAdvertisement(text, standards);
const firstOf = (text: string) => check(text).findings[0];

describe('names the rule, the words as written and what to write instead', () => {
  it.each<[RuleCode, string, string, string]>([
    ['sex', '诚聘收银员,女,18-60岁,3000元/月', '女', '男女不限'],
    ['sex', '招2名女服务员,3000元/月', '招2名女服务员', '招2名服务员(男女不限)'],
    ['age', '保洁,50岁以下,2000元/月', '50岁以下', '年满18周岁'],
    ['ethnicity', '普工,少数民族勿扰,4500元/月', '少数民族勿扰', '民族不限'],
    ['religion', '护工,信教勿扰,4000元/月', '信教勿扰', '宗教信仰不限'],
    ['household_registration', '保安,限本地户口,3000元/月', '限本地户口', '户籍不限'],
    ['marriage_birth', '文员,已婚已育,3000元/月', '已婚已育', '婚育不限'],
    ['hepatitis_b', '普工,不要乙肝携带者,4500元/月', '不要乙肝携带者', '身体健康,能胜任岗位工作'],
    ['disability', '普工,残疾人勿扰,4500元/月', '残疾人勿扰', '身体条件能胜任岗位即可'],
    ['deposit', '服务员,交押金300元,2600元/月', '交押金300元', '不收任何费用'],
    ['training_loan', '美容学徒,培训贷,8000元/月', '培训贷', '免费岗前培训'],
    ['withheld_papers', '普工,扣押身份证,4500元/月', '扣押身份证', '入职时出示证件,核验后当场归还'],
    ['pay_under_minimum', '保洁,全职,月薪1200元', '1200元', '1660元'],
    ['pay_no_number', '店长,工资面议', '工资面议', '月薪____元'],
    ['minor', '学徒,15岁以上,2000元/月', '15岁以上', '年满18周岁'],
    ['hours', '普工,每天12小时,5000元/月', '每天12小时', '每天8小时,加班付加班费'],
    ['insurance', '普工,不买社保,4500元/月', '不买社保', '依法缴纳社会保险'],
    ['certificate', '电工2名,5000元/月', '电工', '电工(须持特种作业操作证(电工))'],
  ])('%s: %s', (rule, text, phrase, suggestion) => {
    expect(firstOf(text)).toMatchObject({ rule, phrase, suggestion, law: expect.stringContaining('《') });
  });
});

describe('takes off disguises and still quotes what was written', () => {
  it.each([
    ['spaces', '普工,限 男 性,4500元/月', '限 男 性'],
    ['full width', '普工,１８－３５岁,4500元/月', '１８－３５岁'],
    ['symbols', '普工,限*男*性,4500元/月', '限*男*性'],
    ['commas', '普工,只、要、男、生,4500元/月', '只、要、男、生'],
    ['invisible characters', '普工,限\u200b男\u200b性,4500元/月', '限\u200b男\u200b性'],
    ['homophones', '普工,少数名族勿扰,4500元/月', '少数名族勿扰'],
    ['pinyin', '普工,限nan性,4500元/月', '限nan性'],
    ['pinyin with tones', '普工,限nán性,4500元/月', '限nán性'],
    ['pinyin alone', '普工,yajin300,4500元/月', 'yajin300'],
    ['split characters', '普工,扌甲金300,4500元/月', '扌甲金300'],
    ['pictures', '普工,只要👨,4500元/月', '只要👨'],
    ['traditional characters', '普工,殘疾人勿擾,4500元/月', '殘疾人勿擾'],
    ['lookalikes', '前台,末婚优先,3000元/月', '末婚优先'],
    ['numerals', '普工,三十五岁以下,4500元/月', '三十五岁以下'],
    ['circled digits', '普工,③⑤岁以下,4500元/月', '③⑤岁以下'],
    ['a mixture', '普工,限*Ｎan 性,4500元/月', '限*Ｎan 性'],
  ])('%s', (_, text, phrase) => {
    expect(firstOf(text)?.phrase).toBe(phrase);
  });
});

describe('screens meaning, not characters', () => {
  it.each([
    '男装缝纫工,4500元/月',
    '女职工禁忌劳动岗位,招男性掘进工,9000元/月,持证上岗',
    '公益性岗位,限脱贫户,50岁以上优先,每月补贴800元',
    '不收任何押金、服装费、培训费,4500元/月',
    '育婴师,照顾3-6岁孩子,6000元/月',
    '同工同酬,岗前培训带薪,4500元/月',
    '每天8小时,月休4天,底薪1800+提成',
    '苗族银饰工坊学徒,会苗语优先,3000元/月',
    '①包吃住②18-60岁③工资 3000 2 人一间',
  ])('%s', (text) => {
    expect(check(text)).toEqual({ verdict: 'ok', findings: [] });
  });
});

it('judges pay only against the standards it is given', () => {
  expect(checkAdvertisement('保洁,月薪1200元').verdict).toBe('ok');
  expect(checkAdvertisement('保洁,月薪1200元', { minimumMonthly: 1000 }).verdict).toBe('ok');
});

it('lets no denial in one clause excuse a charge in another', () => {
  expect(check('不收押金,服装费200元,4500元/月').verdict).toBe('refuse');
});
