import type { Random } from '../random.ts';
import { streets } from '../reference/settlements.ts';
import { type Place, townName } from './places.ts';

const villages =
  '坪寨 箐口 大箐 法德 岩脚 白岩 大坡 花嘎 店子 罗多 阿佐 茨冲 法窝 新发 半坡 红岩 落水 大田 野猪林 石板 沙寨 麻窝 坝子 尖山'.split(
    ' ',
  );
const groups = ['一组', '二组', '三组', '四组', '五组', '大寨组', '小寨组', '箐脚组', '梁子组'];

/** 迁出地 as the ledger writes it: a village of the same county, usually of another town. */
export function originOf(random: Random, { county, countyName }: Place): string {
  const towns = streets[county].filter(([, name]) => !name.endsWith('街道'));
  const [, town] = random.pick(towns);
  const village = random.pick(villages);
  return `${countyName}${town}${village === townName(town) ? `新${village}` : village}村${random.pick(groups)}`;
}
