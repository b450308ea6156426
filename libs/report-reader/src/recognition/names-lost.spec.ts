import { editions, figureOf, type CellCode, type ReportReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../read-document';

const { sections, tables } = editions['2021'];
const rows = tables.requests.rows;

/** A report of an invented town whose third and fourth parts are what is given. */
async function read(requests: readonly string[], disputes: readonly string[]): Promise<ReportReading> {
  const parts = sections.flatMap(({ heading }, place) => [
    heading,
    ...(place === 2 ? requests : place === 3 ? disputes : ['这一部分是文字。']),
  ]);
  const text = ['清河县柳河镇人民政府2024年政府信息公开工作年度报告', ...parts].join('\n\n');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}

const figure = ({ figures }: ReportReading, cell: string) => figureOf(figures[cell as CellCode]!);
const line = (label: string, place: number) => [label, place + 3, place, 1, 0, 2, 4, 2 * place + 10].join('\t');

it('gives no row the figures behind a name of which an old program left garbage', async () => {
  const others = rows.filter(({ code }) => !/^(?:new_received|carried_in|settled)$/.test(code));
  const lines = others.map(({ code, label }, place) => line(code === 'granted' ? `三、本年度办理结果\t${label}` : label, place + 2));
  const reading = await read(['Õl‹_', line('_3u÷‹peÏ‘', 1), ...lines], []);
  expect(figure(reading, 'requests.new_received.natural_person')).toBe('unread');
  expect(figure(reading, 'requests.carried_in.natural_person')).toBe('unread');
  expect(figure(reading, 'requests.granted.natural_person')).toBe(5);
});

it('takes no piece of the fourth table, broken in the middle of its header, for the total of the third', async () => {
  const named = rows.filter(({ code }) => code !== 'settled').map(({ label }, place) => line(label, place));
  const reading = await read(named, [
    ' 结果维持 |结果纠正 |其他结果 |尚未审结 |总计 |未经复议直接起诉 |复议后起诉 |结果维持 |结果纠正 |其他结果',
    '|尚未审结 |总计 |结果维持 |结果纠正 |其他结果 |尚未审结 |总计 | |0 |0 |0 |2 |2 |2 |0',
    '|0 |0 |2 |0 |0 |0 |1 |1 |',
  ]);
  expect(figure(reading, 'requests.settled.natural_person')).toBe('unread');
  expect(figure(reading, 'requests.carried_out.natural_person')).toBe(rows.length + 1);
});
