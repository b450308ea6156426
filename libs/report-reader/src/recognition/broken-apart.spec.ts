import { editions, figureOf, type ReportReading } from '@mingshu/report-format';
import { expect, it } from 'vitest';
import { readDocument } from '../read-document';

const rows = editions['2021'].tables.requests.rows;
const figuresOf = (place: number) => [place + 3, place, 1, 0, 2, 4, 2 * place + 10];

/** A report with one value a line, as text taken out of a PDF in the order of its columns. */
function text(title: readonly string[], line: (code: string, label: string, figures: readonly number[]) => readonly string[]): Uint8Array {
  const table = rows.flatMap(({ code, label }, place) => line(code, label, figuresOf(place)).map((one) => `${one}\n`));
  const headings = editions['2021'].sections.map(({ heading }) => heading);
  const parts = headings.map((heading, place) => `${heading}\n\n${place === 2 ? table.join('\n') : '这一部分是文字。\n'}`);
  return new TextEncoder().encode([...title, '', ...parts].join('\n'));
}

async function read(bytes: Uint8Array): Promise<ReportReading> {
  const reading = await readDocument(bytes);
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}

it('gives figures to the label named last: a row whose figures were printed elsewhere takes none of its neighbour’s', async () => {
  const { figures } = await read(
    text(['清河县柳河镇人民政府2024年政府信息公开工作年度报告'], (code, label, printed) =>
      code === 'granted' ? [label] : [label, ...printed.map(String)],
    ),
  );
  expect(figureOf(figures['requests.granted.natural_person']!)).toBe('unread');
  expect(figureOf(figures['requests.partial.natural_person']!)).toBe(6);
});

it('puts a name together that its typesetting broke in the middle', async () => {
  const { agency } = await read(
    text(['清河县卫生健', '康局2024年政府信息公开工作年度报告'], (_, label, printed) => [label, ...printed.map(String)]),
  );
  expect(agency.value).toBe('清河县卫生健康局');
});

const page = (first: string, second: string) =>
  `<html><body><h1>清河县柳河镇人民政府2024年政府信息公开工作年度报告</h1>${editions['2021'].sections
    .map(({ heading }, part) =>
      part === 2
        ? `<h2>${heading}</h2><table>${rows
            .map(({ code, label }, place) => {
              const figures = figuresOf(place).map((figure) => `<td>${figure}</td>`);
              if (code === 'granted') figures[0] = first;
              if (code === 'partial') figures[0] = second;
              return `<tr><td>${label}</td>${figures.join('')}</tr>`;
            })
            .join('')}</table>`
        : `<h2>${heading}</h2><p>这一部分是文字。</p>`,
    )
    .join('')}</body></html>`;

it.each(['<td>5<sup>1</sup></td>', '<td>5<del>3</del></td>'])(
  'takes a figure with something raised or struck through beside it for unclear: %s',
  async (cell) => {
    const { figures } = await read(new TextEncoder().encode(page(cell, '<td>6</td>')));
    expect(figures['requests.granted.natural_person']).toMatchObject({ state: 'unread', why: 'unclear' });
    expect(figureOf(figures['requests.partial.natural_person']!)).toBe(6);
  },
);

it('gives a number that is merged over two rows to neither', async () => {
  const { figures } = await read(new TextEncoder().encode(page('<td rowspan="2">5</td>', '')));
  expect(figureOf(figures['requests.granted.natural_person']!)).toBe('unread');
  expect(figureOf(figures['requests.partial.natural_person']!)).toBe('unread');
});
