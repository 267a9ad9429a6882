import type { Said } from './said.ts';

/** Workshops, building, shops, fields. */
export const trades: readonly Said[] = [
  {
    title: '绣',
    occupations: ['6-09-03-11'],
    said: { everyday: '绣花、刺绣', dialect: '挑花、做花带', english: 'embroidery、needlework' },
  },
  {
    title: '包装',
    occupations: ['6-31-05-00'],
    said: {
      word: '包装、包装工',
      pinyin: 'baozhuang、baozhuanggong',
      initials: 'bzg',
      typo: 'baozhuagn、baozhunag',
      traditional: '包裝、包裝工',
      homophone: '包庄工、胞装工',
      everyday: '打包、装箱、装袋、贴标签',
      english: 'packing、packer',
    },
  },
  {
    title: '制鞋',
    occupations: ['6-05-04-01'],
    said: {
      word: '制鞋、制鞋工',
      pinyin: 'zhixie',
      typo: 'zhixei',
      homophone: '治鞋工、制协工',
      everyday: '做鞋、做鞋子、鞋厂',
      dialect: '上鞋底',
      english: 'shoe factory、shoemaker',
    },
  },
  {
    title: '电子',
    occupations: ['6-25-04-07'],
    said: {
      word: '电子设备装接工、电子厂',
      pinyin: 'dianzi、dianzichang',
      typo: 'dainzi、dianzichagn',
      traditional: '電子廠',
      homophone: '店子厂',
      everyday: '打螺丝、组装、插件',
      dialect: '上螺丝、做电子',
      english: 'electronics、assembly',
    },
  },
  {
    title: '砌筑',
    occupations: ['6-29-01-01'],
    said: {
      word: '砌筑工、抹灰工、瓦工',
      pinyin: 'qizhugong、mohui',
      homophone: '气筑工',
      traditional: '砌築工',
      everyday: '砌墙、砌砖、抹灰',
      dialect: '泥水匠、泥瓦匠、砖匠',
      english: 'bricklayer、mason',
    },
  },
  {
    title: '钢筋',
    occupations: ['6-29-01-04'],
    said: {
      word: '钢筋工',
      pinyin: 'gangjin',
      typo: 'gagnjin',
      traditional: '鋼筋工',
      homophone: '刚筋工、钢金工',
      everyday: '扎钢筋、绑钢筋',
      english: 'rebar',
    },
  },
  {
    title: '焊工',
    occupations: ['6-18-02-04'],
    said: {
      word: '焊工',
      pinyin: 'hangong',
      typo: 'hangogn',
      traditional: '銲工',
      homophone: '汗工、汉工',
      everyday: '电焊、焊接',
      dialect: '烧电焊',
      english: 'welder、welding',
    },
  },
  {
    title: '电工',
    occupations: ['6-31-01-03'],
    said: {
      word: '电工',
      traditional: '電工',
      everyday: '接电、修电',
      dialect: '牵电线',
      english: 'electrician',
    },
  },
  {
    occupations: ['6-29-04-01'],
    said: { everyday: '刷墙、贴瓷砖、装修', dialect: '刮瓷粉', english: 'decorator、tiler' },
  },
  {
    title: '厨师',
    occupations: ['4-03-02-01'],
    said: {
      word: '厨师',
      pinyin: 'chushi',
      typo: 'chusih',
      traditional: '廚師',
      homophone: '除师、厨狮',
      everyday: '炒菜、掌勺、做饭',
      dialect: '煮饭、弄饭',
      english: 'cook、chef',
    },
  },
  { title: '洗碗', said: { word: '洗碗工、洗碗', pinyin: 'xiwan', typo: 'xiwna', homophone: '洗晚工' } },
  {
    title: '收银',
    said: { word: '收银员', pinyin: 'shouyin', typo: 'shouyni', traditional: '收銀員', homophone: '收音员' },
  },
  {
    occupations: ['4-01-02-03'],
    said: { everyday: '卖东西、卖货、看店', dialect: '守店、守铺子', english: 'cashier、shop assistant' },
  },
  {
    occupations: ['4-02-02-02'],
    said: {
      word: '货车驾驶员',
      pinyin: 'huochejiashi',
      traditional: '貨車駕駛員',
      everyday: '开车、跑运输、拉货',
      dialect: '开车的',
      english: 'driver',
      wish: '我会开车',
    },
  },
  {
    occupations: ['5-03-02-01'],
    said: {
      word: '饲养员',
      pinyin: 'siyangyuan',
      typo: 'siyangyaun',
      traditional: '飼養員',
      homophone: '四养员',
      everyday: '养猪、养牛',
      dialect: '喂猪、喂牛、放牛',
      english: 'livestock',
    },
  },
  {
    occupations: ['5-01-02-03'],
    said: { everyday: '种蘑菇、采蘑菇', dialect: '种菌子、捡菌子', english: 'mushroom' },
  },
  {
    occupations: ['5-01-02-01'],
    said: { everyday: '种菜、干农活、种地', dialect: '栽菜、挖土、薅草', english: 'farm worker' },
  },
  {
    occupations: ['4-09-10-01'],
    said: {
      word: '园林绿化工',
      pinyin: 'lvhua',
      everyday: '种花、浇花、种树',
      dialect: '栽花、栽树',
      english: 'gardener',
    },
  },
  {
    occupations: ['6-02-06-10'],
    said: { word: '茶叶加工', pinyin: 'chaye', everyday: '炒茶、拣茶', dialect: '揉茶' },
  },
  {
    occupations: ['6-01-04-03'],
    said: { everyday: '杀猪、灌香肠、切肉', dialect: '炕腊肉', english: 'butcher' },
  },
  { occupations: ['6-02-05-08'], said: { everyday: '泡菜、腌菜', dialect: '打糟辣椒', english: 'pickles' } },
  {
    occupations: ['6-09-05-00'],
    said: { everyday: '做玩具、串珠子、塞棉花', dialect: '穿珠子', english: 'toys' },
  },
  {
    occupations: ['6-05-01-04'],
    said: { everyday: '烫衣服、剪线头', dialect: '烫衣裳', english: 'ironing' },
  },
  { occupations: ['4-01-06-02'], said: { everyday: '直播、带货、网店客服', english: 'live streaming' } },
  {
    occupations: ['LOCAL-01'],
    said: { everyday: '小工、杂工', dialect: '下苦力、做小工', english: 'factory worker' },
  },
  {
    occupations: ['4-03-01-02'],
    said: { everyday: '铺床、换床单', dialect: '理铺', english: 'room attendant' },
  },
];
