import type { Said } from './said.ts';

/** With a place, by employer, by place alone. */
export const places: readonly Said[] = [
  {
    title: '缝纫',
    occupations: ['6-05-01-03'],
    place: '水城',
    said: { 'two words': '缝纫 水城、缝纫工 水城' },
  },
  { title: '保洁', occupations: ['4-09-08-01'], place: '水城', said: { 'two words': '保洁 水城' } },
  { title: '保安', occupations: ['4-07-05-01'], place: '钟山', said: { 'two words': '保安 钟山' } },
  { occupations: ['4-03-02-05'], place: '六枝', said: { 'two words': '端盘子 六枝' } },
  { occupations: ['6-25-04-07'], place: '东莞', said: { 'two words': '电子厂 东莞、打螺丝 东莞' } },
  {
    title: '厨师',
    occupations: ['4-03-02-01'],
    place: '盘州',
    said: { 'two words': '厨师 盘州、炒菜 盘州' },
  },
  { occupations: ['6-09-03-11'], place: '水城', said: { 'two words': '绣花 水城' } },
  { employer: '鞋业', said: { employer: '鞋业' } },
  { employer: '服饰', said: { employer: '服饰有限公司、fushi youxiangongsi' } },
  { employer: '刺绣专业合作社', said: { employer: '刺绣专业合作社' } },
  { employer: '食用菌种植专业合作社', said: { employer: '食用菌种植专业合作社' } },
  { employer: '农业开发', said: { employer: '农业开发有限公司' } },
  { place: '以朵', said: { place: '以朵、yiduo' } },
  { place: '海坪', said: { place: '海坪' } },
  { place: '东莞', said: { place: '东莞、dongguan' } },
  { place: '义乌', said: { place: '义乌、yiwu' } },
  { place: '晋江', said: { place: '晋江、福建省泉州市' } },
  { place: '六枝', said: { place: '六枝特区、liuzhi' } },
];
