import { findingKey, ruleRegister, type Finding } from '@mingshu/report-checks';
import { figureWording } from '../../components/figure-wording';
import { cellFormat, type CellCode, type Figure } from '@mingshu/report-format';

const bare = (label: string) => label.replace(/（区分处理.*$/, '');
const columnWord = (cell: CellCode) => cellFormat(cell).columnLabel.split('·').at(-1)!;

/** The relation of a finding in few words: its row, its column, or the name of its rule. */
function relationWord({ check, cells }: Finding): string {
  const last = cells.at(-1);
  if (last && check === 'T3-ROW') return `「${bare(cellFormat(last).rowLabel)}」行`;
  if (last && (check === 'T3-COL' || check === 'T3-SUM')) return `「${columnWord(last)}」列${check === 'T3-SUM' ? '合计' : ''}`;
  return ruleRegister[check].name;
}

const named = (findings: readonly Finding[]) => {
  const words = [...new Set(findings.map(relationWord))];
  return words.length > 3 ? `${words.slice(0, 3).join('、')}等 ${words.length} 处` : words.join('、');
};

/** What one change of a cell did to the sums, in one sentence: 「总计」 23 → 24，「予以公开」行已平。 */
export function effectSentence(
  change: { readonly cell: CellCode; readonly before: Figure; readonly after: Figure },
  before: readonly Finding[],
  after: readonly Finding[],
): string {
  const [were, are] = [new Set(before.map(findingKey)), new Set(after.map(findingKey))];
  const gone = before.filter((finding) => !are.has(findingKey(finding)));
  const come = after.filter((finding) => !were.has(findingKey(finding)));
  const { cell } = change;
  const head = `「${bare(cellFormat(cell).rowLabel)}·${columnWord(cell)}」${figureWording(change.before)} → ${figureWording(change.after)}`;
  const parts = [...(gone.length ? [`${named(gone)}已平`] : []), ...(come.length ? [`${named(come)}不平`] : [])];
  const isOpen = parts.length === 0 && after.some(({ cells }) => cells.includes(cell));
  return `${head}，${parts.length ? parts.join('，') : isOpen ? '所在关系仍不平' : '勾稽关系没有变化'}。`;
}
