import type { SayingsOf } from './say.ts';

/** Shops, kitchens, roads, guards and care. */
export const serviceWords: SayingsOf = {
  '3-01-04-02': {
    everyday: '楼栋长、联户长、跑社区、社区干事、登记信息、入户走访',
    dialect: '管院坝、管楼道',
    english: 'community worker、grid worker',
  },
  '4-01-02-03': {
    everyday: '卖东西、卖货、站柜台、看店、收银、收钱、理货、上货、导购、超市上班、卖衣服',
    dialect: '守店、守铺子、卖东西的',
    english: 'shop assistant、cashier、sales',
    unpaid: '摆摊、赶场卖菜',
  },
  '4-01-06-01': {
    everyday: '开网店、网上卖东西、做淘宝、电商运营',
    english: 'e-commerce、online shop',
  },
  '4-01-06-02': {
    everyday: '直播、带货、主播、网上卖货、回消息、网店客服、拍视频、打包发货',
    dialect: '抖音卖货',
    english: 'live streaming、online sales、customer service',
  },
  '4-02-02-02': {
    everyday: '货车驾驶员、货车司机、开车、开货车、跑运输、拉货、开大车、司机、跑车',
    dialect: '开车的、拉渣土',
    english: 'driver、truck driver',
    unpaid: '开三轮车、开农用车',
  },
  '4-02-05-01': {
    everyday: '搬货、搬东西、装货、卸货、装车、扛包、搬运',
    dialect: '下货、背背篼、背篼、下力、卖气力',
    english: 'porter、loader',
    unpaid: '背东西、挑担子',
  },
  '4-02-06-01': {
    everyday: '管仓库、看仓库、点货、发货、开叉车、库管',
    dialect: '守仓库',
    english: 'warehouse、storekeeper、forklift',
  },
  '4-02-07-08': {
    everyday: '送快递、送包裹、派件、分拣快递、快递小哥',
    dialect: '跑快递',
    english: 'courier、express、parcel',
  },
  '4-03-01-02': {
    everyday: '铺床、打扫房间、收拾房间、换床单、酒店打扫、宾馆打扫、宾馆服务员',
    dialect: '理铺',
    english: 'hotel、housekeeping、room attendant',
    unpaid: '叠被子',
  },
  '4-03-02-01': {
    everyday: '厨师、厨子、炒菜、做饭、掌勺、切菜、做菜、后厨、厨房、烧菜',
    dialect: '煮饭、弄饭、办酒席、大师傅',
    english: 'cook、chef、kitchen',
    unpaid: '煮饭给全家、做家常菜、帮办酒席',
  },
  '4-03-02-02': {
    everyday: '做面条、包饺子、蒸馒头、包包子、揉面、做早餐',
    dialect: '打粑粑、做米粉、揉灰面',
    english: 'noodles、dumplings',
    unpaid: '包粽子、推豆腐',
  },
  '4-03-02-05': {
    everyday: '服务员、传菜员、端盘子、跑堂、上菜、传菜、点菜、收桌子、饭店服务员、餐馆服务员',
    dialect: '馆子头端菜、下馆子打工',
    english: 'waiter、waitress、restaurant',
  },
  '4-03-02-07': { everyday: '泡茶、倒茶、茶楼服务员', english: 'tea house' },
  '4-04-05-05': {
    everyday: '标图片、画框、电脑活、打字、在家用电脑、标数据',
    english: 'data labelling、data annotation、typing',
  },
  '4-06-01-03': {
    everyday: '收停车费、看车、指挥停车、停车场收费',
    dialect: '守停车场、守车子',
    english: 'parking',
  },
  '4-07-05-01': {
    everyday: '看大门、门卫、站岗、巡逻、看门、安检、夜班看守',
    dialect: '守大门、守门、守夜、打更',
    english: 'guard、security、gatekeeper',
  },
  '4-10-01-01': {
    everyday: '育婴、育儿、带宝宝、早教、带小孩、托育',
    dialect: '带娃、看娃、领娃娃、带娃娃、带奶娃',
    english: 'nanny、babysitter、childcare',
    unpaid: '带自己的娃、带孙子',
  },
  '4-10-01-03': {
    everyday: '保育员、托育、育婴、看孩子、带小孩、看小孩、照顾小孩、幼儿园阿姨、幼儿园、带小朋友、托班',
    dialect: '带娃、看娃、领娃娃、带娃娃、看娃娃',
    english: 'nursery、kindergarten、childcare、babysitter',
    unpaid: '带自己的娃、带孙子、带弟弟妹妹、接送孩子',
  },
  '4-10-01-05': {
    everyday: '照顾老人、看老人、陪老人、护老、敬老院、养老院、照护老人',
    dialect: '服侍老人、招呼老人、带老人家',
    english: 'elderly care、care worker、carer',
    unpaid: '照顾家里老人、照顾公婆',
  },
  '4-10-01-06': {
    everyday: '家政、保姆、阿姨、做家务、收拾屋子、钟点工、月嫂、住家、擦玻璃、打扫家里、育婴',
    dialect: '打扫屋头、洗衣裳、帮人家做事、带娃、看娃、伺候月子、坐月子',
    english: 'housekeeper、maid、domestic helper、nanny',
    unpaid: '操持家务、洗衣做饭、照顾月子',
  },
  '4-10-02-01': {
    everyday: '做衣服、裁缝、改衣服、补衣服、缝被套',
    dialect: '打衣裳、缝衣裳',
    english: 'tailor、dressmaker',
    unpaid: '缝补衣服',
  },
  '4-10-03-02': {
    everyday: '剪头发、理发、洗头、烫头、剃头',
    dialect: '剪脑壳、待诏',
    english: 'barber、hairdresser',
    unpaid: '给家人剪头发',
  },
  '4-10-03-05': { everyday: '修脚、洗脚、捏脚、足浴', english: 'pedicure、foot care' },
  '4-10-04-02': { everyday: '按摩、推拿、捶背、按脚', dialect: '揉肩膀', english: 'massage' },
  '4-10-08-01': {
    everyday: '送外卖、跑腿、骑手、外卖、送餐、骑车送货',
    dialect: '跑外卖',
    english: 'delivery、rider、takeaway',
  },
  '4-14-01-02': {
    everyday: '护工、陪护、病房陪护、陪床、看病人、照顾病人、医院照顾人',
    dialect: '守病人、服侍病人、招呼病人',
    english: 'hospital、nursing assistant、patient care',
    unpaid: '照顾生病的家人',
  },
  '4-14-06-02': {
    everyday: '管民宿、开民宿、农家乐、客栈',
    english: 'guesthouse、homestay',
    unpaid: '接待客人',
  },
};
