import { findAll, refuse } from '../find.ts';
import type { Rule } from '../types.ts';

/** Withholding papers. To see them, or to keep a copy, is lawful. */
const PAPER =
  '(?:身份证件?|证件|毕业证书?|学历证书?|学位证书?|驾驶证|驾照|银行卡|工资卡|资格证书?|户口本|户口簿|社保卡|技能证书?|健康证|作业证|操作证|上岗证|证书|护照)(?!复印|照片|号|明)';
const TAKE =
  '(?:扣押|扣留|暂扣|扣|抵押|质押|押|压(?=在|着|给|身|毕|证|户)|上交|上缴|交出|收走|收缴|没收|代管|代为?保[管存]|统一保管|保管|存放|暂存|留存|交押|收(?!银|费|购|入|发|件|货|到))';
const KEEPER = '(?:公司|厂里?|单位|财务|人事|老板|领队|经理|店里|宿管|工头|车间|主任|船长|这里)';
const SHOWN = '入职时出示证件,核验后当场归还';

const patterns = [
  refuse(
    `(?:需|须|要|入职|先|统一)*${TAKE}(?:员工|本人|个人|所有|各类)*的?${PAPER}(?:原件)?(?:一年|\\d年|一个月)?`,
    SHOWN,
  ),
  refuse(
    `${PAPER}(?:\\|?${PAPER})*(?:原件)?[^|不]{0,8}?${TAKE}(?:在|给|于|到)?${KEEPER}?(?:保管|统一|管理)*`,
    SHOWN,
    [/(?:扫描|登记|整理|核验|出示|查验)[^|]{0,4}/gu],
  ),
  refuse(
    `(?<!提)交${PAPER}(?:原件)?|${PAPER}(?:原件)?[^|不]{0,4}?(?:交|放|存|留)(?:给|在|到)?${KEEPER}(?:保管|代管)?`,
    SHOWN,
  ),
];

const lawful = [
  new RegExp(
    `(?:不|不得|严禁|不会|绝不|禁止|从不|无需|不准|拒绝|杜绝)(?:以任何形式)?(?:会|得)?${TAKE}[^|]{0,8}?${PAPER}`,
    'gu',
  ),
  new RegExp(`${PAPER}(?:原件)?(?:不|无需|不用|绝不)(?:会)?${TAKE}`, 'gu'),
  /(?:身份证|证件|证书|学历证|健康证|毕业证)[^|]{0,6}(?:复印件|当场归还|当面归还)|[高低]压电工|保管员|收银|(?:证件|证书|登记证)(?:扫描|整理|登记|收发)/gu,
];

export const papersRule: Rule = {
  code: 'withheld_papers',
  find: (text) => findAll(text, patterns, lawful),
};
