import type { Industry } from '#contract/codes/occupation.ts';
import type { EmployerKind } from '#contract/codes/work.ts';
import type { Registration } from '../identifiers.ts';

/** A line of business and how its firms look: kind, register and what stands behind the name. */
export interface SectorSeed {
  readonly kinds: readonly (readonly [EmployerKind, Registration, suffix: string, weight: number])[];
  readonly industry: Industry;
  readonly address: readonly string[];
}

const besideFlats = ['扶贫车间一楼', '产业园 2 号厂房', '社区商铺 A 区', '标准厂房 3 层'] as const;
const inTown = ['新城大道', '人民路', '站前路', '凉都大道'] as const;

export const sectors = {
  garment: {
    kinds: [
      ['workshop', '91', '服饰有限公司', 6],
      ['community_factory', '91', '制衣有限公司', 3],
      ['individual', '92', '缝纫加工店', 1],
    ],
    industry: 'C',
    address: besideFlats,
  },
  shoes: {
    kinds: [
      ['workshop', '91', '鞋业有限公司', 7],
      ['community_factory', '91', '鞋材加工有限公司', 3],
    ],
    industry: 'C',
    address: besideFlats,
  },
  electronics: {
    kinds: [
      ['workshop', '91', '电子科技有限公司', 6],
      ['community_factory', '91', '电子有限公司', 4],
    ],
    industry: 'C',
    address: besideFlats,
  },
  embroidery: {
    kinds: [
      ['cooperative', '93', '民族刺绣专业合作社', 5],
      ['workshop', '91', '民族工艺品有限公司', 5],
    ],
    industry: 'C',
    address: besideFlats,
  },
  toys: { kinds: [['workshop', '91', '工艺玩具有限公司', 1]], industry: 'C', address: besideFlats },
  tea: {
    kinds: [
      ['cooperative', '93', '茶叶种植专业合作社', 6],
      ['company', '91', '茶业有限公司', 4],
    ],
    industry: 'A',
    address: ['茶园加工厂', '茶青市场旁'],
  },
  food: {
    kinds: [
      ['company', '91', '食品有限公司', 6],
      ['workshop', '91', '刺梨产业发展有限公司', 3],
      ['cooperative', '93', '农产品加工专业合作社', 1],
    ],
    industry: 'C',
    address: ['农产品加工园', '产业园 1 号厂房', '轻工园区'],
  },
  mushroom: {
    kinds: [
      ['cooperative', '93', '食用菌种植专业合作社', 6],
      ['company', '91', '菌业有限公司', 4],
    ],
    industry: 'A',
    address: ['食用菌大棚基地', '菌棒加工厂'],
  },
  farm_base: {
    kinds: [
      ['cooperative', '93', '种植专业合作社', 6],
      ['company', '91', '农业开发有限公司', 4],
    ],
    industry: 'A',
    address: ['刺梨基地', '猕猴桃产业园', '蔬菜大棚'],
  },
  livestock: {
    kinds: [
      ['cooperative', '93', '养殖专业合作社', 6],
      ['company', '91', '牧业有限公司', 4],
    ],
    industry: 'A',
    address: ['养殖场', '养殖小区'],
  },
  property: {
    kinds: [
      ['social_enterprise', '91', '物业服务有限公司', 7],
      ['social_enterprise', '91', '社区服务有限公司', 3],
    ],
    industry: 'K',
    address: ['社区服务中心旁', '便民商业街'],
  },
  housekeeping: {
    kinds: [
      ['social_enterprise', '91', '家政服务有限公司', 7],
      ['social_enterprise', '52', '居家服务中心', 3],
    ],
    industry: 'O',
    address: ['社区服务中心旁', '便民商业街'],
  },
  building_team: {
    kinds: [
      ['social_enterprise', '91', '劳务建筑有限公司', 7],
      ['cooperative', '93', '建筑劳务专业合作社', 3],
    ],
    industry: 'E',
    address: ['社区商铺 B 区'],
  },
  mining: { kinds: [['company', '91', '煤业有限公司', 1]], industry: 'B', address: ['矿区', '选煤厂'] },
  construction: { kinds: [['company', '91', '建筑工程有限公司', 1]], industry: 'E', address: inTown },
  catering: {
    kinds: [
      ['individual', '92', '餐馆', 5],
      ['individual', '92', '羊肉粉店', 3],
      ['company', '91', '餐饮管理有限公司', 2],
    ],
    industry: 'H',
    address: inTown,
  },
  retail: {
    kinds: [
      ['individual', '92', '超市', 6],
      ['company', '91', '商贸有限公司', 4],
    ],
    industry: 'F',
    address: inTown,
  },
  hotel: {
    kinds: [
      ['company', '91', '酒店管理有限公司', 5],
      ['individual', '92', '民宿', 3],
      ['company', '91', '旅游开发有限公司', 2],
    ],
    industry: 'H',
    address: inTown,
  },
  logistics: {
    kinds: [
      ['company', '91', '物流有限公司', 7],
      ['company', '91', '快递服务有限公司', 3],
    ],
    industry: 'G',
    address: ['物流园', '快递分拨中心', '冷链物流园'],
  },
  hospital: {
    kinds: [
      ['company', '91', '陪护服务有限公司', 6],
      ['company', '91', '医养服务有限公司', 4],
    ],
    industry: 'Q',
    address: ['人民医院住院部旁', '新城大道', '中医院旁'],
  },
  kindergarten: {
    kinds: [
      ['company', '52', '幼儿园', 7],
      ['company', '52', '托育园', 3],
    ],
    industry: 'P',
    address: ['北门', '新城大道'],
  },
  ecommerce: {
    kinds: [['company', '91', '电子商务有限公司', 1]],
    industry: 'I',
    address: ['电商产业园', '创业孵化园'],
  },
  labour_agency: {
    kinds: [['labour_agency', '91', '人力资源服务有限公司', 1]],
    industry: 'L',
    address: ['人力资源市场一楼', '就业服务大厅旁'],
  },
  public_post: { kinds: [['public_body', '12', '就业服务中心', 1]], industry: 'S', address: ['就业服务站'] },
} as const satisfies Record<string, SectorSeed>;

export type Sector = keyof typeof sectors;

/** 字号 made of auspicious pairs; together with an unissued licence code they name nobody. */
export const tradeNames = {
  first: '凉乌黔盘云山金鑫永同恒瑞兴盛和安福泰嘉锦彩星春夏翠乐群众新联',
  second: '都蒙源丰荣昌旺达泽和顺辉祥隆茂鸿吉宏康惠兴业诚信益民友泰',
} as const;

/** Where organised groups go: the coast that takes most workers, the paired city 大连, and 贵阳. */
export const destinations = [
  { name: '浙江省宁波市慈溪市', region: 'outside', weight: 20 },
  { name: '浙江省温州市瓯海区', region: 'outside', weight: 14 },
  { name: '浙江省金华市义乌市', region: 'outside', weight: 10 },
  { name: '广东省东莞市长安镇', region: 'outside', weight: 18 },
  { name: '广东省佛山市顺德区', region: 'outside', weight: 8 },
  { name: '福建省泉州市晋江市', region: 'outside', weight: 10 },
  { name: '江苏省苏州市昆山市', region: 'outside', weight: 6 },
  { name: '贵州省贵阳市观山湖区', region: 'province', weight: 9 },
  { name: '贵州省贵阳市花溪区', region: 'province', weight: 5 },
] as const;

/** 大连 has been paired with 六盘水 for years; its sea-food plants ask for workers by name of the city. */
export const pairedCity = { name: '辽宁省大连市金州区', region: 'outside' } as const;
