import { editions, figureOf, type CellCode } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../../read-document';

const { sections, tables } = editions['2021'];
const columns = tables.requests.columns.map(({ code }) => code);

/** The seven figures of a row of table 3 in a report of 清河县柳河镇; `print` is how a program writes the row, a blank line behind each. */
async function read(code: string, print: (label: string, figures: readonly string[]) => string): Promise<unknown[]> {
  const figures = ['5', '1', '0', '0', '2', '0', '8'];
  const rows = tables.requests.rows.map((row) => (row.code === code ? print(row.label, figures) : [row.label, ...figures].join('\t')));
  const parts = sections.flatMap(({ heading, table }) => [heading, ...(table === 'requests' ? rows : ['这一部分是文字。'])]);
  const text = ['清河县柳河镇人民政府2024年政府信息公开工作年度报告', ...parts].join('\n\n');
  const reading = await readDocument(new TextEncoder().encode(text));
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return columns.map((column) => figureOf(reading.figures[`requests.${code}.${column}` as CellCode]!));
}

it('puts figures back behind those of their row that a line was too short for', async () => {
  const wrapped = (label: string, figures: readonly string[]) =>
    `${[label, ...figures.slice(0, 5)].join('\t')}\n${figures.slice(5).join('\t')}`;
  expect(await read('unavailable.not_held', wrapped)).toEqual([5, 1, 0, 0, 2, 0, 8]);
});

it('takes no figures that stand apart for the rest of a row', async () => {
  const apart = (label: string, figures: readonly string[]) =>
    `${[label, ...figures.slice(0, 5)].join('\t')}\n\n${figures.slice(5).join('\t')}`;
  expect(new Set(await read('unavailable.not_held', apart))).toEqual(new Set(['unread']));
});

it('knows a row whose name goes on in the next line with words that begin like the name of another', async () => {
  const named = (label: string, figures: readonly string[]) => [label.replace('其他情形', '\n其他情形'), ...figures].join('\t');
  expect(await read('partial', named)).toEqual([5, 1, 0, 0, 2, 0, 8]);
});
