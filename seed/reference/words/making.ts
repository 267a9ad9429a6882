import type { SayingsOf } from './say.ts';

/** Workshops, factories, building sites. */
export const makingWords: SayingsOf = {
  'LOCAL-01': {
    everyday: '普工、小工、杂工、打零工、进厂、厂里上班、流水线、打工、操作工',
    dialect: '打杂、下苦力、卖力气、找活路、打小工、做小工',
    english: 'general worker、factory worker、labourer',
    unpaid: '帮工、换工',
  },
  '6-01-04-03': {
    everyday: '杀猪、灌香肠、熏肉、切肉、分肉、腌肉、做火腿',
    dialect: '炕腊肉、装香肠',
    english: 'meat processing、butcher、ham',
    unpaid: '杀年猪、腌腊肉',
  },
  '6-02-01-01': { everyday: '做面包、做糕点、烤面包、做蛋糕、烘焙', english: 'bakery、baker、cake' },
  '6-02-05-08': {
    everyday: '做酱菜、泡菜、腌菜、做辣椒酱、做果汁、灌饮料、做刺梨',
    dialect: '泡酸菜、打糟辣椒、做酸汤',
    english: 'pickles、food factory',
    unpaid: '腌酸菜',
  },
  '6-02-06-10': {
    everyday: '炒茶、拣茶、做茶、制茶、挑茶梗',
    dialect: '揉茶、捡茶',
    english: 'tea、tea making',
    unpaid: '自己炒茶',
  },
  '6-04-06-07': {
    everyday: '蜡染、画蜡、染布、点蜡',
    dialect: '点蜡花、染蓝布',
    english: 'batik、dyeing',
    unpaid: '画蜡做自家衣裳',
  },
  '6-05-01-02': { everyday: '裁布、剪布、裁衣服、裁剪', english: 'cutting、cutter' },
  '6-05-01-03': {
    everyday: '做衣服、踩缝纫机、缝衣服、车衣服、平车、服装厂、制衣、缝鞋垫、做手套',
    dialect: '踩机子、打衣服、踩衣车、车工',
    english: 'sewing、seamstress、garment、sewing machine',
    unpaid: '缝自家衣裳、做鞋垫',
  },
  '6-05-01-04': {
    everyday: '烫衣服、熨衣服、剪线头、叠衣服、整烫、包装衣服',
    dialect: '烫衣裳',
    english: 'ironing、garment packing',
  },
  '6-05-04-01': {
    everyday: '做鞋、做鞋子、鞋厂、刷胶、鞋面、针车',
    dialect: '上鞋底、打鞋子',
    english: 'shoes、shoe factory、shoemaker',
    unpaid: '纳鞋底、做布鞋',
  },
  '6-09-03-11': {
    everyday: '绣花、刺绣、十字绣、手工绣、绣娘、做绣品',
    dialect: '挑花、绣花线、做花带',
    english: 'embroidery、needlework',
    unpaid: '绣自己的衣裳、绣背带',
  },
  '6-09-03-15': {
    everyday: '打银饰、做首饰、打银子',
    dialect: '打银器、银匠',
    english: 'silver、silversmith',
  },
  '6-09-05-00': {
    everyday: '做玩具、塞棉花、串珠子、做娃娃、缝玩具、手工活、做发夹',
    dialect: '穿珠子、做手工',
    english: 'toys、handicraft、beads',
  },
  '6-18-02-04': { everyday: '电焊、焊铁、焊接、烧焊、焊钢架', dialect: '烧电焊', english: 'welder、welding' },
  '6-25-04-07': {
    everyday: '打螺丝、电子厂、插件、装手机、装耳机、做数据线、组装、绕线、装配',
    dialect: '上螺丝、做电子',
    english: 'electronics、assembly、electronics factory',
  },
  '6-29-01-01': {
    everyday: '抹灰工、砌墙、砌砖、抹灰、泥水工、粉墙、瓦工、泥工',
    dialect: '泥水匠、泥瓦匠、砖匠、起房子、糊墙',
    english: 'bricklayer、mason、plasterer',
    unpaid: '自己盖房子、修自家的房子',
  },
  '6-29-01-02': { everyday: '打石头、凿石头', dialect: '石匠、砌堡坎', english: 'stone mason' },
  '6-29-01-03': { everyday: '浇混凝土、打水泥、和水泥', dialect: '打灰、拌灰浆', english: 'concrete' },
  '6-29-01-04': {
    everyday: '扎钢筋、绑钢筋、支模板、木工',
    dialect: '绑铁',
    english: 'steel fixer、rebar、formwork',
  },
  '6-29-01-05': { everyday: '搭架子、脚手架', dialect: '搭架架', english: 'scaffolding' },
  '6-29-01-07': {
    everyday: '修房子、盖房子、建房',
    dialect: '起房子、立房子、木匠',
    english: 'builder、house building',
    unpaid: '自己盖房子',
  },
  '6-29-02-04': {
    everyday: '修路、补路、养路、护路、扫公路、看路',
    dialect: '守路、挖水沟',
    english: 'road maintenance、road worker',
    unpaid: '修村里的路',
  },
  '6-29-04-01': {
    everyday: '装修、刷墙、贴瓷砖、刮腻子、铺地板、水电安装、刮大白',
    dialect: '刮瓷粉、刷房子',
    english: 'decorator、painter、tiler',
    unpaid: '刷自家的墙',
  },
  '6-31-01-03': {
    everyday: '接电、修电、拉电线、接线、装电灯、修机器电路',
    dialect: '牵电线、弄电',
    english: 'electrician',
  },
  '6-31-05-00': {
    everyday: '打包、装箱、装袋、贴标签、分拣、挑拣、包装、封箱',
    dialect: '装口袋、捡果子',
    english: 'packing、packer、packaging、sorting',
  },
};
