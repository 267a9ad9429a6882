import { parseArgs } from 'node:util';
import { generateWorld } from '../generateWorld.ts';
import { marketPolicySeeds } from '../reference/policies.ts';
import { assumed, type Outcome, type Scenario, scenario2019, VISITS } from './scenario.ts';

/**
 * `npm run --silent scenario:2019 [-- --json] [--per-place N]`
 * The 24 fairs of 2019 in a generated city of the real size, and what invitations would change.
 */
const { values: args } = parseArgs({
  options: { json: { type: 'boolean', default: false }, 'per-place': { type: 'string' } },
});

const rule = marketPolicySeeds.find(
  ({ key, validTo }) => key === 'fair.invitations_per_place' && validTo === null,
)!;
const perPlace = Number(args['per-place'] ?? rule.value);
if (!Number.isInteger(perPlace) || perPlace < 1) throw new RangeError('--per-place 要写 1 以上的整数');
const scenario = scenario2019(generateWorld({ scale: 1 }), perPlace);
console.log(args.json ? JSON.stringify(scenario, null, 2) : told(scenario));

function told(s: Scenario): string {
  const { recorded: was, drawn, bound } = s;
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  const line = ({ intents, started, stayed }: Outcome) =>
    `意向 ${intents.toFixed(0)}，上岗 ${started.toFixed(0)}，90 天仍在岗 ${stayed.toFixed(0)}`;
  const names: Readonly<Record<string, string>> = {
    come: '受邀的人到场',
    agree: '到场且合适的谈成',
    start: '意向变上岗',
    stay: '上岗后 90 天仍在',
    all: '四项一起',
  };
  const range = (what: string) =>
    what === 'all' ? '都取低 / 都取高' : assumed[what as keyof typeof assumed].map(percent).join(' / ');
  return [
    '2019 年实际（来源：六盘水市易地扶贫搬迁后续扶持报告）',
    `  招聘会 ${was.fairs} 场（其中搬迁专场 ${was.special} 场），单位 ${was.stalls} 家，岗位 ${was.places} 余个，达成意向 ${was.intents} 人（每百个岗位 ${((was.intents / was.places) * 100).toFixed(1)} 人）`,
    '  合适、受邀、到场、上岗、仍在岗：当年没有记录',
    '',
    '情景（生成的全市规模演示数据；人和岗位都是虚构的，不是 2019 年的台账）',
    `  ${drawn.fairs} 场，${drawn.stalls} 个展位，${drawn.places} 个名额（${drawn.vacancies} 条招聘信息），求职者 ${s.seekers} 人`,
    `  随便一个求职者遇到随便一个名额，合适的只有 ${percent(s.suits)}`,
    '',
    '漏斗（先算谁合适、请到哪个展位）',
    `  岗位名额   ${drawn.places}`,
    `  合适的人   ${s.suitable}（至少有一个岗位没有不符合的条件）`,
    `  邀请       ${s.invited}（每个名额最多 ${s.perPlace} 人，${rule.documentNumber}；零就业家庭先请）`,
    `  最多可安置 ${bound.placed} 人，其中零就业家庭 ${bound.households} 户（共 ${bound.zeroBefore} 户）${bound.proved ? '，已逐县证明没有更好的安排' : '，尚未证明'}`,
    `  预计       ${line(s.expected)}`,
    `  同样的人不告诉去哪、随便走 ${VISITS} 个展位：${line(s.strolling)}`,
    `  与 2019 年的 ${was.intents} 人相比：预计意向是 ${(s.expected.intents / was.intents).toFixed(1)} 倍`,
    '',
    '假设（低 / 中 / 高；没有实测，用自己的招聘会漏斗替换）与敏感性（只动一项）',
    ...s.sensitivity.flatMap(({ what, low, high }) => [
      `  ${names[what]}:${range(what)}`,
      `    低：${line(low)}`,
      `    高：${line(high)}`,
    ]),
    `  保本点：到场率 × 谈成率 = ${percent(s.breakEven)} 时，邀请才只有 2019 年的 ${was.intents} 人`,
    '',
    '没有算进去：临时来的人、一个人谈几家、天气和路费；一个人只请一次，各县只请本县的人。',
  ].join('\n');
}
