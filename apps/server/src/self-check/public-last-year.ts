import type { EarlierReport } from '@mingshu/report-checks';
import type { EntityManager } from 'typeorm';
import { keptFilings } from '../filings/kept-filings';
import { recordedLineages } from '../lineage/recorded-lineages';

/** Last year's figures a stranger may be told, or why there are none to use. */
export type PublicLastYear = { readonly lastYear: EarlierReport } | { readonly why: string };

/**
 * An annual report that has been published is public (条例第四十九条), so whoever claims to be the agency learns nothing from it. That it is published is
 * only known where its page was read and agrees with the standing version in every cell; nothing else the county holds is used.
 */
export async function publicLastYear(
  database: Pick<EntityManager, 'query'>,
  countyId: string,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
): Promise<PublicLastYear> {
  const before = year - 1;
  const lineages = await recordedLineages(database, countyId);
  if (lineages.some((one) => one.agencyId === agencyId && one.sinceYear === year))
    return { why: `单位于 ${year} 年度合并、更名或分设，与前身 ${before} 年度报告的衔接没有查。` };
  const filing = (await keptFilings(database, { countyId, agencyId, year: before })).get(agencyId);
  if (filing?.publication !== 'matches' || !filing.filed)
    return { why: `没有用上年数据核对：本单位 ${before} 年度报告没有经核对确认已公开，上年结转、存量衔接等项目没有查。` };
  return { lastYear: filing.filed };
}
