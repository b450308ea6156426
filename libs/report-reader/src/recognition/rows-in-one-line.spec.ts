import { editions, figureOf, type ReportReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../read-document';

const rows = editions['2021'].tables.requests.rows;
const group = new Map<string, string>([
  ['granted', '三、本年度办理结果'],
  ['denied.state_secret', '（三）不予公开'],
  ['other.no_correction', '（六）其他处理'],
]);
const figuresOf = (place: number, more = 0) => [place + 3 + more, place, 1, 0, 2, 4, 2 * place + 10 + more];
const printed = (label: string, figures: readonly number[]) => `${label} ${figures.join(' ')}`;

/** A report whose third part is `table`. */
async function read(table: readonly string[]): Promise<ReportReading> {
  const parts = editions['2021'].sections.flatMap(({ heading }, place) => [heading, ...(place === 2 ? table : ['这一部分是文字。'])]);
  const text = ['清河县柳河镇人民政府2024年政府信息公开工作年度报告', ...parts].join('\n');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}

const lines = (more: number, labelOf = (code: string, label: string) => label) =>
  rows.map(({ code, label }, place) =>
    printed([group.get(code), labelOf(code, label)].filter((one) => one).join(' '), figuresOf(place, more)),
  );
const figure = ({ figures }: ReportReading, row: string) => figureOf(figures[`requests.${row}.natural_person` as keyof typeof figures]!);

it('takes neither of two tables that no year tells apart, also where a row of one lost its name', async () => {
  const reading = await read([...lines(0, (code, label) => (code === 'other.misc' ? '' : label)), '对比表', ...lines(7)]);
  expect(rows.filter(({ code }) => figure(reading, code) !== 'unread')).toEqual([]);
});

it('takes a label in brackets behind a number for the next row, not for a note', async () => {
  const reading = await read([
    lines(0, (code, label) => (code === 'partial' ? '（二）部分公开（区分处理的，只计这一情形，不计其他情？）' : label)).join(' '),
  ]);
  expect(figure(reading, 'granted')).toBe(5);
  expect(figure(reading, 'partial')).toBe(6);
  expect(figure(reading, 'denied.state_secret')).toBe(7);
});

it('gives a row no name that is half like that of the group in front of it', async () => {
  const all = lines(0, (code, label) => (code === 'denied.state_secret' ? '1的属？家秘' : label));
  const reading = await read(all.filter((_, place) => rows[place]!.code !== 'partial'));
  expect(figure(reading, 'partial')).toBe('unread');
  expect(figure(reading, 'granted')).toBe(5);
});

const wholeForm = (disclosure: readonly string[], requests: readonly string[]) =>
  [
    '清河县柳河镇人民政府2024年政府信息公开工作年度报告',
    ...editions['2021'].sections.flatMap(({ heading }, place) => [
      heading,
      ...(place === 1 ? disclosure : place === 2 ? requests : ['这一部分是文字。']),
    ]),
  ].join('\n');

async function readText(text: string): Promise<ReportReading> {
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}

it.each([
  ['above its row', ['122,81', '行政许可 7']],
  ['above its row, without a comma', ['12281', '行政许可 7']],
])('gives no figure whose first digits stand %s', async (_, lines2) => {
  const { figures } = await readText(
    wholeForm(
      ['第二十条第（五）项', '信息内容', '本年处理决定数量', ...lines2, '第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处罚 4'],
      lines(0),
    ),
  );
  expect(figureOf(figures['disclosure.a20_5.licence.decisions']!)).toBe('unread');
  expect(figureOf(figures['disclosure.a20_6.penalty.decisions']!)).toBe(4);
});

it('gives no figure that goes on beside the rest of its label', async () => {
  const { figures } = await readText(
    wholeForm(['第二十条第（八）项', '信息内容', '本年收费金额（单位：万元）', '行政事业性收 2338.7', '费 4'], lines(0)),
  );
  expect(figureOf(figures['disclosure.a20_8.admin_fee.fee_amount']!)).toBe('unread');
});

it('takes no row whose negative figure stands where the form counts: its figures came in another order', async () => {
  const text = (figures: readonly string[]) =>
    wholeForm(
      [
        '第二十条第（五）项',
        '信息内容',
        '上一年项目数量',
        '本年增/减',
        '处理决定数量',
        '行政许可',
        ...figures,
        '其他对外管理服务事项 3 +1 9',
      ],
      [],
    );
  const right = await readText(text(['176', '-11', '12647']));
  const swapped = await readText(text(['176', '12647', '-11']));
  const change = ({ figures }: ReportReading) => figureOf(figures['disclosure.a20_5.licence.change' as keyof typeof figures]!);
  expect([change(right), change(swapped)]).toEqual([-11, 'unread']);
});

it('takes no figures by their order where some rows show that the order is lost', async () => {
  const inPieces = rows.map(({ label }, place) => {
    const own = figuresOf(place).map(String);
    return place % 3 === 1 ? [label, own.slice(0, 2).join(' '), ...own.slice(2)] : [label, ...own.slice(1), own[0]!];
  });
  const reading = await read(inPieces.flat());
  expect(rows.filter(({ code }) => figure(reading, code) !== 'unread')).toEqual([]);
});

const drawn = (cells: readonly string[][]) => [
  '+----+----+----+----+----+----+----+----+',
  ...cells.map((one) => `| ${one.join(' | ')} |`),
];

it('puts no row together from lines of a drawn row that hold single digits', async () => {
  const reading = await read(
    rows.flatMap(({ label }, place) => {
      const own = figuresOf(place).map((one) => String(one + 100));
      const digits = (at: number) => own.map((one) => one[at]!);
      return drawn([[label, ...digits(0)], ['（续）'], ['', ...digits(1)], ['（续）'], ['', ...digits(2)]]);
    }),
  );
  expect(rows.filter(({ code }) => figure(reading, code) !== 'unread')).toEqual([]);
});

it('reads a drawn table that has borders around its header only', async () => {
  const border = '+----+----+----+----+----+----+----+----+';
  const reading = await read([
    border,
    ...rows.map(({ label }, place) => `| ${[label, ...figuresOf(place).map((one) => one + 100)].join(' | ')} |`),
    border,
  ]);
  expect(figure(reading, 'granted')).toBe(105);
  expect(figure(reading, 'carried_out')).toBe(127);
});

it('reads a row of a label, one bar and a figure', async () => {
  const { figures } = await readText(wholeForm(['第二十条第（五）项', '信息内容 | 本年处理决定数量', '行政许可 | 1,204'], lines(0)));
  expect(figureOf(figures['disclosure.a20_5.licence.decisions']!)).toBe(1204);
});

it('ends table three at the older heading of part four', async () => {
  const heading = '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况';
  const results = '结果维持 结果纠正 其他结果 尚未审结 总计';
  const text = wholeForm([], lines(0))
    .replace(editions['2021'].sections[3].heading, heading)
    .replace(
      `${heading}\n这一部分是文字。`,
      [
        heading,
        '行政复议 行政诉讼',
        `${results} 未经复议直接起诉 复议后起诉`,
        `${results} ${results}`,
        '0 2 2 0 4 2 0 0 0 2 1 0 1 0 2',
      ].join('\n'),
    );
  const { figures } = await readText(text);
  expect(figureOf(figures['disputes.review.total']!)).toBe(4);
});

it('takes neither of two tables of which a page holds no more than the first rows', async () => {
  const reading = await read([...lines(0).slice(0, 6), '对比表', ...lines(7).slice(0, 6)]);
  expect(rows.filter(({ code }) => figure(reading, code) !== 'unread')).toEqual([]);
  expect(reading.remarks.map(({ code }) => code)).toContain('TABLE-TWICE');
});

it('takes no figures behind a name that is printed twice: those of the first print are lost', async () => {
  const { figures } = await readText(
    wholeForm(['第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处罚', '行政处罚', '3', '行政强制', '4'], lines(0)),
  );
  expect(figureOf(figures['disclosure.a20_6.penalty.decisions']!)).toBe('unread');
  expect(figureOf(figures['disclosure.a20_6.compulsion.decisions']!)).toBe(4);
});

it('takes neither of two tables of which one holds no more than two rows', async () => {
  const reading = await read([...lines(0).slice(0, 2), '对比表', ...lines(7)]);
  expect(rows.filter(({ code }) => figure(reading, code) !== 'unread')).toEqual([]);
});

it('puts a label together whose characters blanks keep apart, and leaves the group in front of it out', async () => {
  const apart = (label: string) => [...label.replace(/^.*[.）、]/, '')].join('　');
  const all = rows.map(({ code, label }, place) => {
    const name = code === 'declined.petition_complaint' ? `不　予　处　理　${apart(label)}` : apart(label);
    return [name, ...figuresOf(place)].join('\n');
  });
  const reading = await read(all.filter((_, place) => rows[place]!.code !== 'declined.duplicate'));
  expect(figure(reading, 'declined.duplicate')).toBe('unread');
  expect(figure(reading, 'declined.petition_complaint')).toBe(rows.findIndex(({ code }) => code === 'declined.petition_complaint') + 3);
});
