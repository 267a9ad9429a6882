/** Work that the law opens only to holders of a certificate, as posts and as vacancy fields name it. */
export interface Gate {
  /** how the certificate is called in a post */
  readonly paper: string;
  /** the trade in folded text, where its name alone demands the certificate */
  readonly trade?: RegExp;
  /** occupation codes (职业分类大典) of the trade */
  readonly occupations: readonly string[];
  /** certificate codes of the vacancy form of which one must be asked for */
  readonly certificates: readonly string[];
}

export const gates: readonly Gate[] = [
  {
    paper: '特种作业操作证(电工)',
    trade: /(?<![女男弱])电工(?!学徒|培训|程|具|证|厂|班|材料|用品|技能|实操|考证|\|无证)(?:师傅)?/u,
    occupations: ['6-31-01-03'],
    certificates: ['electrician'],
  },
  {
    paper: '特种作业操作证(焊接)',
    trade: /(?:电|氩弧|气|二保)?焊工(?!学徒|培训|技能|实操|考证|证)|电焊工?(?!机|条)|氩弧焊|二保焊/u,
    occupations: ['6-18-02-04'],
    certificates: ['welder'],
  },
  {
    paper: '特种作业操作证(高处作业)',
    trade: /高[空处](?:作业|清洗|安装)|登高架设|架子工|外墙清洗|蜘蛛人|登高/u,
    occupations: ['6-29-01-05'],
    certificates: ['heights'],
  },
  {
    paper: '叉车作业人员证(N1)',
    trade: /叉车(?:司机|工|驾驶员?)?(?!证|学徒|厂|培训|技能|实操|考证|维修|配件|销售|租赁|出租)/u,
    occupations: [],
    certificates: ['forklift'],
  },
  { paper: '保安员证', occupations: ['4-07-05-01'], certificates: ['security_guard'] },
  {
    paper: '健康证',
    occupations: [
      '4-03-02-01',
      '4-03-02-02',
      '4-03-02-05',
      '4-10-01-03',
      '6-01-04-03',
      '6-02-01-01',
      '6-02-05-08',
    ],
    certificates: ['health'],
  },
  { paper: '驾驶证', occupations: ['4-02-02-02'], certificates: ['driver_b', 'driver_c'] },
];
