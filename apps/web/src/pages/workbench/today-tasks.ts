import type { Ledger, LedgerLine } from '@mingshu/contracts';
import type { RouteLocationRaw } from 'vue-router';

export interface Task {
  readonly text: string;
  readonly act: string;
  readonly to: RouteLocationRaw;
}

type Phase = Ledger['phase'];

export const phaseWords: Record<Phase, string> = { assign: '布置', collect: '收集', correct: '核改', sum: '汇总', quiet: '平时' };
export const taskHeading: Record<Phase, string> = {
  assign: '布置准备',
  collect: '今天要办',
  correct: '核改要办',
  sum: '汇总准备清单',
  quiet: '下一步',
};

const named = (some: readonly LedgerLine[]) =>
  some
    .slice(0, 3)
    .map(({ agencyName }) => agencyName)
    .join('、') + (some.length > 3 ? ` 等 ${some.length} 家` : '');

/** What comes first in each phase; everything else follows in the order of `tasksOf`. */
const first: Record<Phase, readonly string[]> = {
  assign: ['roster', 'contacts', 'remind'],
  collect: ['arrivals', 'overdue', 'return', 'remind'],
  correct: ['overdue', 'return', 'differs', 'corrected', 'arrivals'],
  sum: ['missing', 'return', 'differs', 'corrected', 'review', 'sign'],
  quiet: ['arrivals', 'return', 'review'],
};

/** What the office should do now, from the ledger alone: most pressing first, by the phase of the season. */
export function todayTasks(ledger: Ledger): Task[] {
  const { year, lines, counts, phase } = ledger;
  const outstanding = lines.filter(({ reminderText }) => reminderText !== null);
  const overdue = outstanding.filter(({ daysLate }) => daysLate > 0);
  const list = (status: string): RouteLocationRaw => ({ name: 'reports', query: { year, status } });
  const report = ({ agencyId }: LedgerLine): RouteLocationRaw => ({ name: 'report', params: { agencyId, year } });
  const remind: RouteLocationRaw = { name: 'reminders', query: { year } };
  const many = (some: readonly LedgerLine[], task: (some: readonly LedgerLine[]) => Task) => (some.length > 0 ? [task(some)] : []);
  const without = lines.filter(({ contactPhone }) => contactPhone === '');
  const groups: Record<string, Task[]> = {
    roster: [{ text: `核对 ${year} 年度名册（应报 ${counts.due} 家）和期限`, act: '去核对', to: { name: 'agencies' } }],
    contacts: many(without, (some) => ({ text: `${some.length} 家没有登记联系电话`, act: '去登记', to: { name: 'agencies' } })),
    arrivals: [
      ...(counts.unassigned > 0
        ? [
            {
              text: `${counts.unassigned} 份文件待指定单位或年度`,
              act: '去指定',
              to: { name: 'import', query: { status: 'unassigned' } },
            },
          ]
        : []),
      ...(counts.unreadable > 0
        ? [{ text: `${counts.unreadable} 份文件无法读取`, act: '去处理', to: { name: 'import', query: { status: 'unreadable' } } }]
        : []),
    ],
    overdue: many(overdue, (some) => ({ text: `逾期未报 ${some.length} 家：${named(some)}`, act: '催报', to: remind })),
    return: lines
      .filter(({ status }) => status === 'has_errors')
      .map((line) => ({ text: `${line.agencyName}：${line.errorCount} 处错误`, act: '核对', to: report(line) })),
    corrected: many(
      lines.filter(({ status }) => status === 'corrected'),
      (some) => ({ text: `已改待核 ${some.length} 家：${named(some)}`, act: '去核定', to: list('corrected') }),
    ),
    differs: lines
      .filter(({ publication }) => publication.state === 'differs')
      .map((line) => ({
        text: `发布不一致：${line.agencyName}`,
        act: '看差异',
        to: { name: 'publication', query: { year, agency: line.agencyId } },
      })),
    remind: many(
      outstanding.filter((line) => !overdue.includes(line)),
      (some) => ({ text: `未报 ${some.length} 家：${named(some)}`, act: '催报', to: remind }),
    ),
    review: many(
      lines.filter(({ nextStep }) => nextStep === 'review'),
      (some) => ({ text: `有疑问待说明或存疑待核对 ${some.length} 家：${named(some)}`, act: '去核对', to: list('to_review') }),
    ),
    sign: many(
      lines.filter(({ nextStep }) => nextStep === 'sign'),
      (some) => ({ text: `${some.length} 家没有问题、可以核定`, act: '去核定', to: list('to_sign') }),
    ),
    publish: many(
      lines.filter(({ nextStep, publication }) => nextStep === 'publish' && publication.state !== 'differs'),
      (some) => ({
        text: `已核待发布 ${some.length} 家：${named(some)}`,
        act: '发布核对',
        to: { name: 'publication', query: { year, state: 'open' } },
      }),
    ),
    missing: many(outstanding, (some) => ({
      text: `合计不完整：还缺 ${some.length} 家：${named(some)}`,
      act: '催报',
      to: remind,
    })),
  };
  // A total that lacks some names them once, and the year's roster is checked before it begins.
  const left =
    phase === 'sum' ? ['overdue', 'remind', 'roster', 'contacts'] : phase === 'assign' ? ['missing'] : ['missing', 'roster', 'contacts'];
  const order = [...first[phase], ...Object.keys(groups)].filter((key, place, all) => all.indexOf(key) === place && !left.includes(key));
  return order.flatMap((key) => groups[key] ?? []);
}

/** 距报送截止（2025-01-24）还有 6 个工作日. */
export function countdownText({ dueOn, workingDays, note }: Ledger['countdown']): string {
  const after = note ? `（${note}）` : '';
  if (workingDays === null) return `按时报送截止 ${dueOn}`;
  if (workingDays > 0) return `距报送截止（${dueOn}）还有 ${workingDays} 个工作日${after}`;
  return workingDays === 0 ? `今天是最后一个工作日，截止 ${dueOn}${after}` : `报送截止（${dueOn}）已过 ${-workingDays} 个工作日${after}`;
}
