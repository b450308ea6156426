import type { CountyReportAnswer } from '@mingshu/contracts';
import { cellName, partedIn, reconcile, type CheckedCounty, type ReconciledState, type Scope as CountyScope } from '@mingshu/report-checks';
import { cellFormat } from '@mingshu/report-format';
import { reconciliationTable } from '@mingshu/statistics';

const titles: Readonly<Record<ReconciledState, string>> = { differs: '不一致', not_assessable: '无法核对', agrees: '相符' };

/** Whose figures the sums hold, in one sentence: for screen, print and file alike. */
function scopeSentence(county: CheckedCounty, scope: CountyScope): string {
  const { included, counted, missing, excused } = partedIn(county.members, scope);
  const names = (those: typeof included) => those.map(({ name }) => name).join('、');
  return [
    `口径：${scope}，${included.length} 个单位，计入 ${counted.length} 个`,
    ...(missing.length > 0 ? [`缺 ${missing.length} 个：${names(missing)}`] : []),
    ...(excused.length > 0 ? [`免报 ${excused.length} 个：${names(excused)}`] : []),
  ]
    .join('；')
    .concat('。');
}

/** Every cell of the form in one of three tables, and why those of the second cannot be judged. */
export function reconciledTables(
  county: CheckedCounty,
  scope: CountyScope,
): Pick<CountyReportAnswer, 'differs' | 'notAssessable' | 'agrees' | 'why'> {
  const { counted, missing } = partedIn(county.members, scope);
  const cells = reconcile(county, scope);
  const coverage = { filed: counted.length, due: counted.length + missing.length, missing: missing.map(({ name }) => name) };
  const whys = cells.flatMap(({ cell, why }) => (why === undefined ? [] : [[cell, why] as const]));
  const counts = [...new Set(whys.map(([, why]) => why))].map((why) => `${why}：${whys.filter(([, one]) => one === why).length} 格。`);
  const table = (state: ReconciledState, notes: readonly string[]) =>
    reconciliationTable(
      titles[state],
      cells
        .filter((one) => one.state === state)
        .map((one) => {
          const unit = cellFormat(one.cell).kind === 'amount' ? '（万元）' : '';
          return { ...one, heading: `${cellName(one.cell)}${unit}`, isAssessable: state !== 'not_assessable' };
        }),
      coverage,
      [scopeSentence(county, scope), ...notes],
    );
  return {
    differs: table('differs', []),
    notAssessable: table('not_assessable', counts),
    agrees: table('agrees', []),
    why: Object.fromEntries(whys),
  };
}
