import type { CountyReportAnswer } from '@mingshu/contracts';

/** What came of the comparison in one sentence. Nothing counts as passed while an agency is missing or unsigned. */
export function conclusion({ year, scope, report, counted, unsigned, differs, notAssessable, agrees }: CountyReportAnswer): string {
  const [off, unknown, same] = [differs, notAssessable, agrees].map(({ rows }) => rows.length) as [number, number, number];
  if (!report) return `${year} 年度（${scope}口径）计入 ${counted.length} 个单位，没有县级报告可比。`;
  const about = `${year} 年度县级报告与 ${counted.length} 个单位之和（${scope}口径）`;
  if (off === 0 && unknown === 0)
    return unsigned.length > 0
      ? `${about}：${same} 格全部相符；其中 ${unsigned.length} 个单位尚未核定，数字还可能变，暂不作结论。`
      : `${about}：${same} 格全部相符。`;
  const parts = [
    ...(off > 0 ? [`${off} 格不一致`] : []),
    ...(unknown > 0 ? [`${unknown} 格无法核对`] : []),
    ...(same > 0 ? [`${same} 格${unsigned.length > 0 ? '暂' : ''}相符`] : []),
  ];
  return `${about}：${parts.join('，')}。`;
}
