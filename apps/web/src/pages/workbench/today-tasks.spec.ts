import type { Ledger, LedgerLine } from '@mingshu/contracts';
import { expect, it } from 'vitest';
import { countdownText, todayTasks } from './today-tasks';

const line = (agencyName: string, more: Partial<LedgerLine>) =>
  ({
    agencyId: agencyName,
    agencyName,
    status: 'received',
    reminderText: null,
    daysLate: 0,
    unclearCount: 0,
    errorCount: 0,
    contactPhone: '1',
    publication: { state: 'none' },
    nextStep: 'none',
    ...more,
  }) as LedgerLine;

const ledger = (phase: Ledger['phase']) =>
  ({
    year: 2024,
    phase,
    counts: { due: 4, received: 2, withErrors: 1, overdue: 1, unassigned: 2, unreadable: 0 },
    lines: [
      line('甲镇', { status: 'has_errors', errorCount: 3 }),
      line('乙镇', { status: 'not_filed', reminderText: '请报送', daysLate: 2 }),
      line('丙镇', { status: 'not_filed', reminderText: '请报送' }),
      line('丁镇', { nextStep: 'sign', contactPhone: '' }),
    ],
  }) as unknown as Ledger;

const texts = (phase: Ledger['phase']) => todayTasks(ledger(phase)).map(({ text }) => text);

it('changes its order with the phase', () => {
  expect(texts('collect').slice(0, 4)).toEqual(['2 份文件待指定单位或年度', '逾期未报 1 家：乙镇', '甲镇：3 处错误', '未报 1 家：丙镇']);
  expect(texts('sum')[0]).toBe('合计不完整：还缺 2 家：乙镇、丙镇');
  expect(texts('assign').slice(0, 2)).toEqual(['核对 2024 年度名册（应报 4 家）和期限', '1 家没有登记联系电话']);
});

it('names what is missing once', () => {
  expect(texts('sum').filter((text) => text.includes('乙镇'))).toHaveLength(1);
});

it('names whoever publishes something else than was accepted', () => {
  const lines = [
    line('甲镇', { status: 'signed', nextStep: 'publish', publication: { state: 'differs' } as LedgerLine['publication'] }),
    line('乙镇', { status: 'signed', nextStep: 'publish' }),
  ];
  const tasks = todayTasks({ ...ledger('correct'), lines, counts: { due: 2, received: 2 } } as unknown as Ledger);
  expect(tasks.map(({ text }) => text)).toEqual(['发布不一致：甲镇', '已核待发布 1 家：乙镇']);
});

it('counts down in working days and says what it does not know', () => {
  expect(countdownText({ dueOn: '2025-01-24', workingDays: 6, note: null })).toBe('距报送截止（2025-01-24）还有 6 个工作日');
  expect(countdownText({ dueOn: '2027-01-29', workingDays: 40, note: '2027 年节假日安排未公布，按周末计' })).toContain('按周末计');
  expect(countdownText({ dueOn: '2025-01-24', workingDays: -3, note: null })).toContain('已过 3 个工作日');
});
