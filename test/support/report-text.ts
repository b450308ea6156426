import { cellsOf, editionForYear, editions, officialTableLayout, slotColumns, type CellCode, type Figure } from '@mingshu/report-format';

export interface WrittenReport {
  readonly agency: string;
  readonly year: number;
  readonly figures?: Partial<Record<CellCode, Figure>>;
}

const printed = (figure: Figure | undefined) => (typeof figure === 'number' ? String(figure) : figure === 'not_applicable' ? '/' : '');

/** A balanced set: three requests of natural persons, two granted and one not held. */
export const balanced: Partial<Record<CellCode, Figure>> = {
  'requests.new_received.natural_person': 3,
  'requests.new_received.total': 3,
  'requests.granted.natural_person': 2,
  'requests.granted.total': 2,
  'requests.unavailable.not_held.natural_person': 1,
  'requests.unavailable.not_held.total': 1,
  'requests.settled.natural_person': 3,
  'requests.settled.total': 3,
};

/** Prose that nobody can find fault with: the five aspects, a weakness with its remedy, no fee. */
const proseOf = (number: number) =>
  number === 1
    ? '主动公开、依申请公开、政府信息管理、平台建设、监督保障均按要求开展，工作考核、社会评议、责任追究各有安排。'
    : number === 5
      ? '存在的问题是更新不够及时，改进措施是建立清单。'
      : '未收取信息处理费。';

/** A report as a township pastes it: tabs between the cells, every cell not given printed as 0. */
export function reportText({ agency, year, figures = balanced }: WrittenReport): string {
  const edition = editionForYear(year) ?? '2021';
  const all = { ...Object.fromEntries(cellsOf(edition).map((cell) => [cell, 0])), ...figures } as Record<CellCode, Figure>;
  const tables = editions[edition].sections.flatMap(({ heading, table, number }) => [
    heading,
    ...(table
      ? officialTableLayout(edition, table).flatMap((grid) => {
          const columns = slotColumns(grid);
          const lines = grid.rows.map((slots, row) => {
            const fields = Array.from({ length: grid.columns }, () => '');
            slots.forEach(({ text, cell }, place) => (fields[columns[row]![place]!] = cell ? printed(all[cell]) : (text ?? '')));
            return fields.join('\t');
          });
          return grid.caption ? [grid.caption, ...lines] : lines;
        })
      : [proseOf(number)]),
    '',
  ]);
  return [`${agency}${year}年政府信息公开工作年度报告`, '', `本报告所列数据的统计期限为${year}年1月1日至12月31日。`, '', ...tables].join(
    '\n',
  );
}

/** The same report as a web page with real merged cells. */
export function reportHtml({ agency, year, figures = balanced }: WrittenReport): string {
  const edition = editionForYear(year) ?? '2021';
  const all = { ...Object.fromEntries(cellsOf(edition).map((cell) => [cell, 0])), ...figures } as Record<CellCode, Figure>;
  const body = editions[edition].sections.map(({ heading, table, number }) => {
    const grids = table ? officialTableLayout(edition, table) : [];
    const tables = grids.map(({ caption, rows }) => {
      const lines = rows.map(
        (slots) =>
          `<tr>${slots.map(({ text, cell, rowspan, colspan }) => `<td rowspan="${rowspan}" colspan="${colspan}">${cell ? printed(all[cell]) : (text ?? '')}</td>`).join('')}</tr>`,
      );
      return `${caption ? `<p>${caption}</p>` : ''}<table>${lines.join('')}</table>`;
    });
    return `<h2>${heading}</h2>${tables.join('') || `<p>${proseOf(number)}</p>`}`;
  });
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><h1>${agency}${year}年政府信息公开工作年度报告</h1>${body.join('')}</body></html>`;
}

export const rosterCsv = [
  '单位代码,单位名称,类别,别名,起用年度,停用年度',
  '1,清河县柳河镇人民政府,镇,柳河镇,2019,',
  '2,清河县石桥街道办事处,街道,石桥街道,2019,',
  '3,清河县教育局,部门,教育局,2019,',
].join('\r\n');
