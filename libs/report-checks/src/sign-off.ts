import { isAboutReport, isOpen, type StatedFinding } from './finding-state';

/** What a sign-off (核定) depends on. `unclearCells`: cells not found or not clear; `handItems`: points of a return in force that no finding stands for. */
export interface SigningFacts {
  readonly stated: readonly StatedFinding[];
  readonly unclearCells: number;
  readonly handItems: number;
}

/** Why a report cannot be signed off yet. `sentence` is Chinese and says what is to be done. */
export interface SigningObstacle {
  readonly code: 'open-errors' | 'open-warnings' | 'returned' | 'unclear-cells' | 'own-report';
  readonly count: number;
  readonly sentence: string;
}

/** Every reason why a report cannot be signed off, the gravest first; empty where nothing stands in the way (product: 已核 is derived, then signed by a person). */
export function signingObstacles({ stated: every, unclearCells, handItems }: SigningFacts): SigningObstacle[] {
  const stated = every.filter(isAboutReport);
  const returned = stated.filter(({ state }) => state === 'returned').length + handItems;
  const waiting = stated.filter((one) => isOpen(one) && one.state !== 'returned');
  const errors = waiting.filter(({ finding }) => finding.severity === 'error').length;
  const warnings = waiting.filter(({ finding }) => finding.severity === 'warning').length;
  const all: SigningObstacle[] = [
    { code: 'open-errors', count: errors, sentence: `还有 ${errors} 处错误没有改正，也没有豁免。` },
    { code: 'open-warnings', count: warnings, sentence: `还有 ${warnings} 处疑问没有说明，也没有豁免。` },
    { code: 'returned', count: returned, sentence: `已退回 ${returned} 处，单位还没有报送新的版本。` },
    { code: 'unclear-cells', count: unclearCells, sentence: `有 ${unclearCells} 格存疑或未读到，请先核对原件并补正。` },
  ];
  return all.filter(({ count }) => count > 0);
}

/**
 * Who hands a report in does not sign it off. `othersWhoMay`: how many others could. Where nobody else could, or the county allows it, it is only warned of.
 */
export function ownReportObstacle(
  isOwn: boolean,
  othersWhoMay: number,
  setting: 'refuse' | 'warn',
): { obstacle?: SigningObstacle; warning?: string } {
  if (!isOwn) return {};
  if (setting === 'refuse' && othersWhoMay > 0)
    return { obstacle: { code: 'own-report', count: 1, sentence: '这一版由您本人导入或更正，请由另一位审核人员核定。' } };
  return { warning: '这一版由您本人导入或更正；核定记录会注明“本人核定”。' };
}
