import type { SayingsOf } from './say.ts';

/** Cleaning and greening of public places, fields, woods and animals. */
export const landWords: SayingsOf = {
  '4-09-01-01': { everyday: '巡河、守河、清河道、捞垃圾', dialect: '看河、守河沟', english: 'river keeper' },
  '4-09-08-01': {
    everyday: '打扫、打扫卫生、扫地、拖地、扫大街、扫马路、扫楼道、搞卫生、做卫生、清洁、环卫',
    dialect: '扫街、扫院坝、打扫清洁',
    english: 'cleaner、cleaning、sweeper',
    unpaid: '打扫屋里屋外',
  },
  '4-09-08-02': {
    everyday: '倒垃圾、收垃圾、拉垃圾、垃圾车',
    dialect: '捡渣渣、倒渣渣',
    english: 'garbage、waste collection',
  },
  '4-09-10-01': {
    everyday: '种花、种树、浇花、修草坪、剪树枝、绿化',
    dialect: '栽花、栽树、薅草坪',
    english: 'gardener、gardening',
    unpaid: '种花草',
  },
  '5-01-02-01': {
    everyday: '种地、种菜、摘果子、采茶、摘茶叶、大棚、干农活、摘刺梨、除草、套袋',
    dialect: '栽菜、挖土、薅草、掐茶、栽秧、做活路、打田',
    english: 'farm、farming、picking、farm worker',
    unpaid: '种自家的地、种包谷、种洋芋、收庄稼',
  },
  '5-01-02-03': {
    everyday: '种蘑菇、采蘑菇、种香菇、摘木耳、做菌棒、剪香菇',
    dialect: '种菌子、捡菌子、摘菌子',
    english: 'mushroom',
  },
  '5-01-02-05': {
    everyday: '种药材、挖药、种天麻、采药',
    dialect: '挖草药、栽药',
    english: 'herbs、herb growing',
    unpaid: '上山采药',
  },
  '5-02-03-01': {
    everyday: '巡山、看林子、防火巡逻、护林',
    dialect: '守山、看山、守林子',
    english: 'ranger、forest',
    unpaid: '砍柴',
  },
  '5-03-02-01': {
    everyday: '养猪、养牛、养羊、喂牲口、养殖场、饲养',
    dialect: '喂猪、喂牛、放牛、放羊、打猪草',
    english: 'livestock、pig farm、cattle',
    unpaid: '喂自家的猪、喂自家的牛',
  },
  '5-03-02-02': {
    everyday: '养鸡、养鸭、捡鸡蛋、养鸡场',
    dialect: '喂鸡、喂鸭子',
    english: 'poultry、chicken farm',
    unpaid: '喂自家的鸡',
  },
  '5-05-06-05': {
    everyday: '编竹子、编篮子、竹编、藤编',
    dialect: '编箩筐、编背篼、编撮箕、划篾',
    english: 'bamboo weaving、basket',
    unpaid: '自己编背篼',
  },
};
