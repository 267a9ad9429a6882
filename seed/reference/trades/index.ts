import type { VacancyKind } from '#contract/codes/work.ts';
import { homeWorkTrades } from './homeWork.ts';
import { industryTrades } from './industry.ts';
import { labourExportTrades } from './labourExport.ts';
import { publicWelfareTrades } from './publicWelfare.ts';
import { serviceTrades } from './services.ts';
import { socialEnterpriseTrades } from './socialEnterprise.ts';
import type { Trade } from './trade.ts';
import { workshopTrades } from './workshop.ts';

export type { Trade } from './trade.ts';

export const tradesByKind: Readonly<Record<VacancyKind, readonly Trade[]>> = {
  workshop: workshopTrades,
  social_enterprise: socialEnterpriseTrades,
  public_welfare: publicWelfareTrades,
  market: [...industryTrades, ...serviceTrades],
  labour_export: labourExportTrades,
  home_work: homeWorkTrades,
};

/**
 * Shares of posts by kind. Assumed: the fairs of the 2020 report offered mostly market and export posts,
 * and its 1,700 public-welfare posts of the whole city leave few to those who moved.
 */
export const postShares: Readonly<Record<VacancyKind, number>> = {
  market: 42,
  labour_export: 33,
  workshop: 13,
  social_enterprise: 5.5,
  home_work: 5,
  public_welfare: 1.5,
};
