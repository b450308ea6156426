import { describe, expect, it } from 'vitest';
import {
  daysAfterDue,
  dueDateOf,
  filingRates,
  holidayFaults,
  handedInOn,
  isWorkday,
  maskedPhone,
  publishByOf,
  reminderText,
  rosterDifferences,
  seasonPhase,
  workCalendar,
  workingDayAfter,
  workingDaysBetween,
  yearsLater,
} from './index';

describe('working days', () => {
  it('leave out the Spring Festival of 2025 and count the Sunday worked for it', () => {
    expect([isWorkday('2025-01-26'), isWorkday('2025-01-28'), isWorkday('2025-02-08'), isWorkday('2025-02-05')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    // 20–24 January, Sunday the 26th, Monday the 27th.
    expect(workingDaysBetween('2025-01-19', '2025-01-31')).toEqual({ count: 7 });
  });

  it('count the last day and not the first, and backwards below zero', () => {
    expect(workingDaysBetween('2025-01-17', '2025-01-20').count).toBe(1);
    expect(workingDaysBetween('2025-01-17', '2025-01-17').count).toBe(0);
    expect(workingDaysBetween('2025-01-20', '2025-01-17').count).toBe(-1);
  });

  it('lead from a day to the day so many of them later, over the Spring Festival and with the weekends worked for it', () => {
    // Of 2025: Sunday 26 January is worked; from 28 January to 4 February nobody works; Saturday 8 February is worked.
    expect(workingDayAfter('2025-01-24', 3)).toEqual({ day: '2025-02-05' });
    expect(workingDayAfter('2025-01-24', 6)).toEqual({ day: '2025-02-08' });
    expect(workingDayAfter('2039-12-30', 1)).toMatchObject({ day: '2040-01-02', note: expect.stringContaining('2039、2040 年') as string });
  });

  it('follow what the county entered for a year the package does not know, and stop saying that they are an estimate', () => {
    const entered = { year: 2039, holidays: [{ name: '元旦', from: '2039-12-30', to: '2039-12-31' }], worked: ['2039-12-24'] };
    const calendar = workCalendar([entered]);
    // Monday 19 to Friday 23, Saturday 24 worked instead of Friday 30, Monday 26 to Thursday 29.
    expect(workingDaysBetween('2039-12-18', '2039-12-31', calendar)).toEqual({ count: 10 });
    expect(workingDaysBetween('2039-12-18', '2039-12-31')).toEqual({ count: 10, note: '2039 年放假安排尚未公布，按周一至周五估算' });
    expect(workingDayAfter('2039-12-23', 1, calendar)).toEqual({ day: '2039-12-24' });
    // What the State Council has published is not changed by hand.
    const wrong = workCalendar([{ year: 2025, holidays: [], worked: ['2025-01-29'] }]);
    expect(wrong.isWorkday('2025-01-29')).toBe(false);
  });

  it('are not taken where they cannot be right', () => {
    const holidays = [{ name: '春节', from: '2039-02-10', to: '2039-02-03' }];
    expect(holidayFaults({ year: 2039, holidays, worked: ['2039-02-01', '2038-12-25'] })).toEqual([
      '春节：起止日期颠倒。',
      '2038-12-25 不在 2039 年。',
      '2039-02-01 不是周六或周日，不用登记调休上班。',
    ]);
  });

  it('are not known from a year without a single holiday', () => {
    expect(holidayFaults({ year: 2039, holidays: [], worked: [] })).toEqual(['至少填一段放假。']);
  });

  it('say where the holidays of a year are not published yet', () => {
    expect(workingDaysBetween('2039-12-30', '2040-01-06')).toEqual({ count: 5, note: '2039、2040 年放假安排尚未公布，按周一至周五估算' });
  });
});

describe('the due date', () => {
  const round = { onTimeBy: '2025-01-31', closesOn: '2025-03-31' };
  const towns = { onTimeBy: '2025-01-20', closesOn: '2025-02-10' };

  it('is the extension, else the category’s date, else the year’s', () => {
    expect(dueDateOf(round, undefined, null)).toEqual({ dueOn: '2025-01-31', closesOn: '2025-03-31', from: 'round' });
    expect(dueDateOf(round, towns, null)).toEqual({ dueOn: '2025-01-20', closesOn: '2025-02-10', from: 'category' });
    expect(dueDateOf(round, towns, '2025-02-15')).toEqual({ dueOn: '2025-02-15', closesOn: '2025-02-15', from: 'extension' });
  });

  it('is met on the day itself, missed by one the day after, and grows by today where nothing came', () => {
    expect(daysAfterDue('2025-01-20', '2025-01-20', '2025-03-01')).toBe(0);
    expect(daysAfterDue('2025-01-20', '2025-01-21', '2025-03-01')).toBe(1);
    expect(daysAfterDue('2025-01-20', '2025-01-15', '2025-03-01')).toBe(-5);
    expect(daysAfterDue('2025-01-20', null, '2025-02-01')).toBe(12);
  });

  it('of publication is the county’s own, else 31 January, and never before the handing-in', () => {
    expect(publishByOf(2024, { ...round, onTimeBy: '2025-01-24' }, undefined, null)).toBe('2025-01-31');
    expect(publishByOf(2024, round, { ...towns, publishBy: '2025-01-28' }, null)).toBe('2025-01-28');
    expect(publishByOf(2024, { ...round, onTimeBy: '2025-02-10' }, undefined, null)).toBe('2025-02-10');
    expect(publishByOf(2024, round, towns, '2025-02-15')).toBe('2025-02-15');
  });

  it('is held against the day on record, and against no day where a report was put in years later', () => {
    expect(handedInOn(2024, null, '2025-02-03')).toBe('2025-02-03');
    expect(handedInOn(2019, null, '2025-02-03')).toBe('unknown');
    expect(handedInOn(2019, '2020-01-20', '2025-02-03')).toBe('2020-01-20');
    expect(handedInOn(2024, '2025-01-20', null)).toBe(null);
  });

  it('moves with the year', () => {
    expect([yearsLater('2025-01-31', 1), yearsLater('2024-02-29', 1)]).toEqual(['2026-01-31', '2025-02-28']);
  });
});

it('rates each category by what it owes: 3 of 4 towns filed, 2 in time, one department excused', () => {
  const town = { category: '镇', isExcused: false, isFiled: true, isOnTime: true };
  const { categories, total } = filingRates([
    town,
    town,
    { ...town, isOnTime: false },
    { ...town, isFiled: false, isOnTime: false },
    { category: '部门', isExcused: true, isFiled: false, isOnTime: false },
  ]);
  expect(categories[0]).toEqual({ category: '镇', due: 4, filed: 3, onTime: 2, undated: 0, excused: 0, filedRate: 75, onTimeRate: 50 });
  expect(categories[1]).toMatchObject({ due: 0, excused: 1, filedRate: null, onTimeRate: null });
  expect(total).toMatchObject({ due: 4, filed: 3, onTime: 2, filedRate: 75 });
});

it('counts an excused agency that files nevertheless as one that owes, so that no rate exceeds 100', () => {
  const { total } = filingRates([{ category: '镇', isExcused: true, isFiled: true, isOnTime: true }]);
  expect(total).toMatchObject({ due: 1, filed: 1, filedRate: 100, onTimeRate: 100, excused: 0 });
});

it('gives no on-time rate where the day of one is not known', () => {
  const town = { category: '镇', isExcused: false, isFiled: true };
  const { total } = filingRates([
    { ...town, isOnTime: true },
    { ...town, isOnTime: null },
  ]);
  expect(total).toMatchObject({ filed: 2, onTime: 1, undated: 1, filedRate: 100, onTimeRate: null });
});

it('tells the phase of the season from the dates', () => {
  const dates = { onTimeBy: '2025-01-31', closesOn: '2025-03-31' };
  const phases = [
    '2024-12-01',
    '2024-12-20',
    '2025-01-10',
    '2025-01-31',
    '2025-02-01',
    '2025-03-01',
    '2025-03-02',
    '2025-03-31',
    '2025-04-01',
  ];
  expect(phases.map((today) => seasonPhase(dates, today))).toEqual([
    'quiet',
    'assign',
    'collect',
    'collect',
    'correct',
    'correct',
    'sum',
    'sum',
    'quiet',
  ]);
});

it('shows what changed on the roster: new, ended, renamed', () => {
  const always = { aliases: [], firstYear: null, lastYear: null };
  const agencies = [
    { ...always, name: '柳河镇' },
    { ...always, name: '河口乡', lastYear: 2023 },
    { ...always, name: '河口镇', aliases: ['河口乡'], firstYear: 2024 },
    { ...always, name: '数据局', firstYear: 2024 },
    { ...always, name: '老干部局', lastYear: 2023 },
    { ...always, name: '早已撤销的局', lastYear: 2019 },
  ];
  expect(rosterDifferences(agencies, 2024)).toEqual({
    added: ['数据局'],
    ended: ['老干部局'],
    renamed: [{ from: '河口乡', to: '河口镇' }],
    kept: 1,
  });
});

it('words a reminder before, on and after the due date', () => {
  const facts = { county: '清河县', year: 2024, agency: '柳河镇人民政府', dueOn: '2025-01-31' };
  expect(reminderText({ ...facts, today: '2025-01-20', workingDaysLeft: 6 })).toContain('报送期限为2025年1月31日（还有 6 个工作日）');
  const estimate = { workingDaysLeft: 6, workingDaysNote: '2027 年放假安排尚未公布，按周一至周五估算' };
  expect(reminderText({ ...facts, dueOn: '2027-01-31', today: '2027-01-22', ...estimate })).toContain(
    '（还有 6 个工作日，2027 年放假安排尚未公布，按周一至周五估算）',
  );
  expect(reminderText({ ...facts, today: '2025-01-31' })).toContain('今天是报送期限');
  expect(reminderText({ ...facts, today: '2025-02-03' })).toContain('现已逾期 3 天');
});

it('hides the middle of a telephone number', () => {
  expect(['13812345678', '0551-1234567', '6612345', ''].map(maskedPhone)).toEqual(['138****5678', '055****4567', '66****45', '']);
});
