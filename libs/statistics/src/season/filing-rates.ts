/** What the rates need to know of one agency. `isExcused`: excused with a reason and nothing filed. `isOnTime` is `null` where the day it was filed is not known. */
export interface RatedAgency {
  readonly category: string;
  readonly isExcused: boolean;
  readonly isFiled: boolean;
  readonly isOnTime: boolean | null;
}

/**
 * 应报, 实报, 按时, 报送率, 按时率 of a group; `undated`: filed on a day nobody knows. Rates are % of 应报, never above 100, `null` where nobody owes a report; the
 * on-time rate also where a day is not known.
 */
export interface FilingRates {
  readonly category: string;
  readonly due: number;
  readonly filed: number;
  readonly onTime: number;
  readonly undated: number;
  readonly excused: number;
  readonly filedRate: number | null;
  readonly onTimeRate: number | null;
}

function ratesOf(category: string, agencies: readonly RatedAgency[]): FilingRates {
  const owing = agencies.filter(({ isExcused, isFiled }) => isFiled || !isExcused);
  const filed = owing.filter(({ isFiled }) => isFiled);
  const onTime = filed.filter(({ isOnTime }) => isOnTime).length;
  const undated = filed.filter(({ isOnTime }) => isOnTime === null).length;
  const share = (part: number) => (owing.length === 0 ? null : (part / owing.length) * 100);
  return {
    category,
    due: owing.length,
    filed: filed.length,
    onTime,
    undated,
    excused: agencies.length - owing.length,
    filedRate: share(filed.length),
    onTimeRate: undated > 0 ? null : share(onTime),
  };
}

/** The five numbers of each category in the order in which they first occur, and of all together under 合计. */
export function filingRates(agencies: readonly RatedAgency[]): { categories: FilingRates[]; total: FilingRates } {
  const names = [...new Set(agencies.map(({ category }) => category))];
  return {
    categories: names.map((name) =>
      ratesOf(
        name,
        agencies.filter(({ category }) => category === name),
      ),
    ),
    total: ratesOf('合计', agencies),
  };
}
