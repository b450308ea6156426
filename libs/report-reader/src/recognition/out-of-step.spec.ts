import { editions, figureOf, type CellCode, type ReportReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../read-document';

const { rows, columns } = editions['2021'].tables.requests;
const ends = ['new_received', 'carried_in', 'settled', 'carried_out'];
const outcomes = rows.filter(({ code }) => !ends.includes(code));

/** A table of 清河县柳河镇 that adds up in every row and column: 23 outcomes of which each has figures of its own. */
function balancedTable(): ReadonlyMap<string, readonly number[]> {
  const withTotal = (parts: readonly number[]) => [...parts, parts.reduce((sum, part) => sum + part, 0)];
  const table = new Map(outcomes.map(({ code }, place) => [code as string, withTotal([place + 3, place % 4, 0, 1, place % 3, 2])]));
  const settled = columns.map((_, column) => [...table.values()].reduce((sum, row) => sum + row[column]!, 0));
  table.set('settled', settled);
  table.set('carried_in', withTotal([4, 1, 0, 2, 0, 0]));
  table.set('carried_out', withTotal([5, 1, 0, 2, 1, 0]));
  table.set(
    'new_received',
    settled.map((one, column) => one + table.get('carried_out')![column]! - table.get('carried_in')![column]!),
  );
  return table;
}

const table = balancedTable();
/** As a page breaks labels in a narrow column. */
const broken = (label: string) => label.match(/.{1,9}/gu)!;
const header = [
  '申请人情况',
  '自然人',
  '法人或其他组织',
  '总计',
  '商业',
  '企业',
  '科研',
  '机构',
  '社会公益',
  '组织',
  '法律服务',
  '机构',
  '其他',
];

async function readLines(requests: readonly string[], disclosure: readonly string[] = ['见附件。']): Promise<ReportReading> {
  const parts = editions['2021'].sections.flatMap(({ heading }, place) => [
    heading,
    ...(place === 1 ? disclosure : place === 2 ? requests : ['这一部分是文字。']),
  ]);
  const text = ['清河县柳河镇人民政府 2024 年政府信息公开工作年', '度报告', ...parts].join('\n');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}

const figure = ({ figures }: ReportReading, row: string, column: string) => figureOf(figures[`requests.${row}.${column}` as CellCode]!);
const natural = (reading: ReportReading, row: string) => figure(reading, row, 'natural_person');

/** A label that takes several lines stands behind its figures, a short one in front. */
const behind = (label: string, figures: readonly (number | string)[]) => {
  const own = broken(label);
  const printed = figures.filter((one) => one !== '').map(String);
  return own.length > 1 ? [...printed, ...own] : [...own, ...printed];
};

it('reads a table whose broken labels stand behind their figures, where every one of its 175 figures is printed', async () => {
  const reading = await readLines([...header, ...rows.flatMap(({ code, label }) => behind(label, table.get(code)!))]);
  expect(natural(reading, 'new_received')).toBe(table.get('new_received')![0]);
  expect(natural(reading, 'partial')).toBe(4);
  expect(figure(reading, 'other.unpaid_fee', 'total')).toBe(table.get('other.unpaid_fee')![6]);
  expect(rows.filter(({ code }) => natural(reading, code) !== table.get(code)![0])).toEqual([]);
});

it('is taken over without a person where names stand in front of their figures, and shown to one where they stand behind', async () => {
  const lines = rows.map(({ code, label }) => [label, ...table.get(code)!.map(String)]);
  const inFront = await readLines([...header, ...lines.flat()]);
  const byOrder = ({ acceptance }: ReportReading) => acceptance!.reasons.filter(({ code }) => code === 'BY-ORDER').length;
  expect(byOrder(inFront)).toBe(0);
  expect(byOrder(await readLines([...header, ...rows.flatMap(({ code, label }) => behind(label, table.get(code)!))]))).toBe(1);
});

it('gives no row the figures of the next where blanks are not printed, so that their number does not tell', async () => {
  const withBlanks = rows.flatMap(({ code, label }) =>
    behind(
      label,
      table.get(code)!.map((one, column) => (one === 0 && column === 2 && code.startsWith('denied') ? '' : one)),
    ),
  );
  const reading = await readLines([...header, ...withBlanks]);
  const wrong = rows.filter(({ code }) => ![table.get(code)![0], 'unread'].includes(natural(reading, code)));
  expect(wrong).toEqual([]);
});

it('gives no row figures that stand in the middle of the broken label of another', async () => {
  const around = (label: string, figures: readonly (number | string)[]) => {
    const [first = '', ...rest] = label.match(/.{1,4}/gu)!;
    return [first, ...figures.filter((one) => one !== '').map(String), ...rest];
  };
  const lines = rows.flatMap(({ code, label }) =>
    around(
      label,
      table.get(code)!.map((one, column) => (one === 0 && column === 4 ? '' : one)),
    ),
  );
  const reading = await readLines([...header, ...lines]);
  const wrong = rows.filter(({ code }) => ![table.get(code)![0], 'unread'].includes(natural(reading, code)));
  expect(wrong).toEqual([]);
});

it('reads rows whose label and figures both go over several lines, where every figure is printed', async () => {
  const lines = rows.flatMap(({ code, label }) => {
    const [first = '', ...rest] = broken(label);
    const figures = table.get(code)!;
    return [`${first} ${figures.slice(0, 3).join(' ')}`, String(figures[3]), figures.slice(4).join(' '), ...rest];
  });
  const reading = await readLines([...header, ...lines]);
  expect(rows.filter(({ code }) => natural(reading, code) !== table.get(code)![0])).toEqual([]);
});

it('makes no row of the first figures of one and the last of the next, whose name was lost', async () => {
  const lines = rows.map(({ code, label }) => {
    const figures = table.get(code)!;
    if (code === 'declined.petition_complaint') return [label, ...figures.slice(0, 3)].join(' ');
    return (code === 'declined.duplicate' ? figures.slice(3) : [label, ...figures]).join(' ');
  });
  const reading = await readLines([...header, ...lines]);
  expect(natural(reading, 'declined.petition_complaint')).toBe('unread');
  expect(natural(reading, 'declined.publication')).toBe(table.get('declined.publication')![0]);
});

it('trusts no order of 175 figures that breaks a relation', async () => {
  const lines = rows.flatMap(({ code, label }) => behind(label, code === 'partial' ? [5, ...table.get(code)!.slice(1)] : table.get(code)!));
  const reading = await readLines([...header, ...lines]);
  expect(natural(reading, 'denied.state_secret')).toBe('unread');
  expect(natural(reading, 'partial')).toBe('unread');
});

it('reads nothing where a page gives its words first and its figures column by column', async () => {
  const words = rows.flatMap(({ label }) => broken(label));
  const byColumn = columns.flatMap((_, column) => rows.map(({ code }) => String(table.get(code)![column])));
  const reading = await readLines([...header, ...words, ...byColumn]);
  expect(rows.filter(({ code }) => natural(reading, code) !== 'unread')).toEqual([]);
});

it('gives a row of table 2 no figures of other rows where its columns were printed one after another', async () => {
  const disclosure = [
    '第二十条第（六）项',
    '信息内容',
    '行政处罚',
    '行政强制',
    '信息内容',
    '行政事业性收费',
    '4',
    '本年处理决定数量',
    '114267',
    '1354',
  ];
  const { figures } = await readLines(['本年无申请。'], disclosure);
  expect(figureOf(figures['disclosure.a20_8.admin_fee.fee_amount']!)).toBe('unread');
  expect(figureOf(figures['disclosure.a20_6.compulsion.decisions']!)).toBe('unread');
});

it('takes no figure whose first digits stand between the two lines of its name', async () => {
  const disclosure = ['第二十条第（八）项', '信息内容', '本年收费金额', '（单位：万元）', '行政事业性收\\ 2338.7\\', '费 4'];
  const { figures } = await readLines(['本年无申请。'], disclosure);
  expect(figureOf(figures['disclosure.a20_8.admin_fee.fee_amount']!)).toBe('unread');
});

it('takes no figure for whole whose comma or point stands on a line of its own', async () => {
  const disclosure = ['第二十条第（八）项', '信息内容', '本年收费金额（单位：万元）', '行政事业性收费', '3292', '.', '95'];
  const lines = rows.flatMap(({ code, label }) => [
    label,
    ...(code === 'carried_in' ? ['4', '1', '0', '2', '0', '0', '1', ',', '097'] : table.get(code)!.map(String)),
  ]);
  const reading = await readLines([...header, ...lines], disclosure);
  expect(figureOf(reading.figures['disclosure.a20_8.admin_fee.fee_amount']!)).toBe('unread');
  expect(figure(reading, 'carried_in', 'total')).toBe('unread');
});

it('finds the year of a title on a line of its own', async () => {
  const text = ['2024', '年清河县柳河镇人民政府政府信息公开工作年', '度报告', ...editions['2021'].sections.map(({ heading }) => heading)];
  const reading = await readDocument(new TextEncoder().encode(text.join('\n')));
  expect(reading).toMatchObject({ agency: { value: '清河县柳河镇人民政府' }, year: { value: 2024 } });
});

it('finds agency and year in a title and an introduction that a page broke over lines', async () => {
  const reading = await readLines(['本年无申请。']);
  expect(reading.agency.value).toBe('清河县柳河镇人民政府');
  expect(reading.year.value).toBe(2024);
});

it.each([
  ['new_received', 'carried_in'],
  ['other.unpaid_fee', 'other.misc'],
  ['declined.duplicate', 'declined.publication'],
])('gives %s and %s, which changed places, their own figures or none', async (one, other) => {
  const codes = rows.map(({ code }): string => (code === one ? other : code === other ? one : code));
  const labelOf = (code: string) => rows.find((row) => row.code === code)!.label;
  const reading = await readLines([...header, ...codes.flatMap((code) => [labelOf(code), ...table.get(code)!.map(String)])]);
  expect([table.get(one)![0], 'unread']).toContain(natural(reading, one));
  expect([table.get(other)![0], 'unread']).toContain(natural(reading, other));
});

it.each([
  ['one', 'denied.state_secret', 'denied.statute_prohibited'],
  ['the other', 'denied.statute_prohibited', 'denied.state_secret'],
])('gives no two rows the figures of each other that changed places and of which %s lost its name', async (_, named, lost) => {
  const codes = rows.map(({ code }): string => (code === named ? lost : code === lost ? named : code));
  const labelOf = (code: string) => rows.find((row) => row.code === code)!.label.slice(0, code === lost ? 4 : undefined);
  const lines = codes.flatMap((code, place) => {
    const figures = table.get(code)!.map(String);
    // Some names stand behind their figures, as those do that a page breaks.
    return place > 20 ? [...figures, labelOf(code)] : [labelOf(code), ...figures];
  });
  const reading = await readLines([...header, ...lines]);
  expect([table.get(named)![0], 'unread']).toContain(natural(reading, named));
});

it.each([
  ['below', 'partial', 'declined.duplicate'],
  ['above', 'declined.duplicate', 'partial'],
])('gives no row that lost a nought the figures of others where a row %s it has one too many', async (_, short, long) => {
  const noughts = (code: string) => Array.from({ length: code === short ? 6 : code === long ? 8 : 7 }, () => '0');
  const reading = await readLines([...header, ...rows.flatMap(({ code, label }) => [label, ...noughts(code)])]);
  expect([natural(reading, short), figure(reading, short, 'total')]).toEqual(['unread', 'unread']);
  expect(natural(reading, 'denied.state_secret')).toBe(0);
});

it('goes by no order of rows of which two changed places and a third has no name that anybody can read', async () => {
  const [one, other] = ['declined.confirm_reissue', 'other.no_correction'];
  const codes = rows.map(({ code }): string => (code === one ? other : code === other ? one : code));
  const nameOf = (code: string) => (code === 'declined.publication' ? '3.?求提供?□出版的' : rows.find((row) => row.code === code)!.label);
  const lines = codes.flatMap((code) => [
    `${nameOf(code)} ${table.get(code)!.join(' ')}`,
    ...(code === 'denied.process_info' ? ['浏览次数：318'] : []),
  ]);
  const reading = await readLines([
    ...header,
    ...lines.map((line) => (line.startsWith('1.属于国家秘密') ? line.replace(/^\S+ /, '') : line)),
  ]);
  expect([table.get(one)![0], 'unread']).toContain(natural(reading, one));
  expect([table.get(other)![0], 'unread']).toContain(natural(reading, other));
});
