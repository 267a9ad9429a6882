import { findAll, spans } from '../find.ts';
import type { Rule } from '../types.ts';

/** Who may work, how long, and with which papers. */
const OF_OTHERS =
  /(?:照顾|照看|看护|护理|带|接送|陪护|服务|辅导|教|幼儿园|托班)[^|]{0,12}?\d{1,2}(?:-\d{1,2})?(?:个月|周?岁)|\d{1,2}(?:-\d{1,2})?(?:个月|周?岁)[^|]{0,3}(?:孩|儿童|宝宝|娃|幼儿|婴|小学生)/u;
const minorAdvice = '不得招用未满 16 周岁的人;写“年满 16 周岁”,重体力、有毒有害和夜班写“年满 18 周岁”';

const minor: Rule = {
  code: 'minor',
  law: '《未成年人保护法》第六十一条、《禁止使用童工规定》:不得招用未满 16 周岁的人',
  *find({ folded: { text } }) {
    yield* findAll(
      text,
      [
        {
          severity: 'refuse',
          words:
            /(?:^|(?<=\D))(?:[6-9]|1[0-5])(?:周)?岁?(?:(?:-|至|到)\d{1,2})(?:周)?岁|(?:^|(?<=\D))(?:[6-9]|1[0-5])(?:周)?岁(?:及)?(?:以上|起|即可|可|就行|也行|左右|的?也要)|(?:不满|未满|不到|低于)16(?:周)?岁?(?:的)?(?:也)?(?:可|要|招|收|行|能|欢迎)/u,
          suggestion: minorAdvice,
        },
        {
          severity: 'refuse',
          words:
            /(?:招|收|聘|要|用|欢迎|接受|可用)[^|]{0,6}(?:童工|初中生|小学生|中学生)|(?:童工|初中生|小学生|中学生|未成年人?|学生娃)(?:也|均|都)?(?:可|行|要|收|招|能做|优先|欢迎|暑假工|寒假工)|童工/u,
          suggestion: minorAdvice,
        },
      ],
      [
        OF_OTHERS,
        /(?:不|不得|严禁|禁止|拒绝|谢绝|不准|杜绝|非|不招|不收|不用|不录)[^|]{0,6}(?:童工|初中生|小学生|中学生|未成年)/u,
        /(?:未满|不满|不到)1[68](?:周)?岁(?:者|的|人员)?(?:勿|不|请勿|谢绝|一律不|免)/u,
        /初中(?:以上|及以上|毕业|文化|学历)|中学生(?:作业|辅导|家教|公寓|食堂)|小学生(?:作业|辅导|托管|接送|食堂)/u,
      ],
    );
    yield* findAll(
      text,
      [{ severity: 'refuse', words: /(?:16|17)(?:周)?岁(?:及)?(?:以上|起|即可)?/u, suggestion: minorAdvice }],
      hazardous(text) ? [] : [/[\s\S]/u],
    );
  },
};

/** 未成年工 (16–17) may not do these: 《劳动法》第六十四条. */
const hazardous = (text: string) =>
  /矿|井下|有毒|有害|粉尘|高空|高处|爆破|烟花|四级体力|重体力|酒吧|夜场|ktv/u.test(text);

const hoursAdvice = '每天 8 小时、每周 40 小时,加班另付加班费,每周至少休 1 天';
const hours: Rule = {
  code: 'hours',
  law: '《劳动法》第三十六条、第三十八条、第四十一条、第四十四条',
  *find({ folded: { text } }) {
    const shop = /(?:本店|门店|商场|超市|餐厅)全年无休/u;
    yield* findAll(
      text,
      [
        {
          severity: 'refuse',
          words: /(?:1[2-9]|2[0-4]|十[二三四五六])个?(?:小时|h|钟头)(?:制|班|工作制|两班倒|倒班)?/u,
          suggestion: hoursAdvice,
          unless: [
            /(?:24|二十四)小时(?:热线|客服|电话|咨询|营业|便利|热水|开放|供应|热心|在线)/u,
            /(?:1[2-9]|2[0-4])小时(?:内|之内|以内)/u,
            /上(?:12|24)小?时?休/u,
            /24小时(?:制)?(?:轮休|休)/u,
          ],
        },
        {
          severity: 'warn',
          words: /(?:每天|每日|日工作|一天|工作)(?:工作|上班|上)?(?:9|10|11|九|十|十一)个?(?:小时|h)/u,
          suggestion: hoursAdvice,
          unless: [/加班费|加班(?:工资|另算|按)|1\.5倍/u],
        },
        {
          severity: 'refuse',
          words:
            /(?:全月|每月|整月|月|全年)?无休(?:息|假)?|没有(?:休息|假期|双休|周末)|不休息|月休(?:0|零|1|2|一|两|二)天|每月(?:只)?休(?:息)?(?:1|2|一|两|二)天|一个月(?:只)?休(?:息)?(?:1|2|一|两|二)天|不放假|(?:没|无)假期|半月休(?:一|1)天|连上(?:1[0-9]|[2-9]\d|30)天|全年365天|7天工作制|一周(?:上|工作)7天|上七天/u,
          suggestion: hoursAdvice,
          unless: [shop],
        },
        {
          severity: 'refuse',
          words:
            /(?:无|没有|不给|不付|不发|不算|不另付|不计|免费|义务|无偿|自愿)加班费?|加班(?:无|没有|不给|不付|不算|不发|不另付)(?:加班)?(?:费|工资|钱|报酬)|996|007|随叫随到|(?:接受|能|服从|需)(?:无偿|义务|免费)加班/u,
          suggestion: hoursAdvice,
          unless: [/(?:无|不|没有|无需|不用|不强制)加班(?!费|工资|钱|报酬)/u],
        },
        {
          severity: 'refuse',
          words:
            /(?:不(?:交|缴|买|上|办)|无|没有|放弃|自愿放弃|免)(?:社保|五险|保险|工伤保险|社会保险)|社保(?:自理|自费|自己(?:交|缴|买))/u,
          suggestion: '依法参加社会保险;灵活用工写明工伤或意外保险',
          unless: [OWN_COVER],
        },
      ],
      [],
    );
    for (const [from, to] of longDays(text)) yield { severity: 'warn', from, to, suggestion: hoursAdvice };
  },
};
const OWN_COVER = /公益性?岗|居家|计件|兼职|钟点|意外(?:险|保险)/u;

/** Shifts of 12 hours and more from start to end, breaks unknown. */
function longDays(text: string): [number, number][] {
  return spans(text, [/(\d{1,2})[:点](?:\d{2})?(?:-|至|到)(?:晚上?|下午)?(\d{1,2})[:点](?:\d{2})?/u]).filter(
    ([from, to]) => {
      const [start = 0, end = 0] = [...text.slice(from, to).matchAll(/(\d{1,2})[:点]/gu)].map(([, hour]) =>
        Number(hour),
      );
      const evening = /晚|下午/u.test(text.slice(from, to)) && end < 12 ? end + 12 : end;
      const span = evening > start ? evening - start : evening + 24 - start;
      return span >= 12 && !/两班|三班|倒班|轮/u.test(text);
    },
  );
}

const paperAdvice = (paper: string) => `写明“须持${paper}”;没有证的写“可先参加取证培训”`;
/** Work that the law opens only to holders of a certificate: 《安全生产法》第三十条, 《特种设备安全法》第十四条. */
const GATED: [RegExp, string][] = [
  [/(?<![女男弱])电工(?!学徒|培训|程|具)|低压电|高压电工/u, '特种作业操作证(电工)'],
  [/(?:电|氩弧|气|二保)?焊工(?!学徒|培训)|电焊(?!机)|氩弧焊|二保焊/u, '特种作业操作证(焊接)'],
  [/高空作业|高处作业|登高架设|架子工|外墙清洗|高空清洗|蜘蛛人/u, '特种作业操作证(高处作业)'],
  [/叉车(?:司机|工|驾驶)?/u, '叉车作业人员证(N1)'],
];
const HAS_PAPER = /证|持证|操作证|上岗证|证书/u;
const NO_PAPER =
  /(?:无|没有?|不需要?|不用|无需|不要|不看|免)(?:特种作业|操作|上岗|资格|从业|健康|保安员?|电工|焊工|叉车|驾驶|任何)*(?:证|证件|证书|驾照)(?:也|都|均|亦)?(?:可|行|要|招|能|收|上岗)?/u;
const PAPERED = /电工|焊|高空|高处|架子工|叉车|保安|厨师|餐饮|食品|幼儿园|保育|司机|驾驶/u;

const certificate: Rule = {
  code: 'certificate',
  law: '《安全生产法》第三十条、《特种设备安全法》第十四条、《保安服务管理条例》第十六条、《食品安全法》第四十五条',
  *find({ folded: { text } }) {
    const without = PAPERED.test(text) ? spans(text, [NO_PAPER]) : [];
    for (const [from, to] of without) {
      yield { severity: 'refuse', from, to, suggestion: paperAdvice('法律要求的证件') };
    }
    if (without.length > 0 || HAS_PAPER.test(text)) return;
    for (const [trade, paper] of GATED) {
      const [first] = spans(text, [trade]);
      if (first) yield { severity: 'warn', from: first[0], to: first[1], suggestion: paperAdvice(paper) };
    }
  },
};

export const workRules: readonly Rule[] = [minor, hours, certificate];
