import {
  editionForYear,
  editions,
  officialTableLayout,
  slotColumns,
  type CellCode,
  type EditionId,
  type Figure,
} from '@mingshu/report-format';
import { balancedFigures, type PrintedFigures } from './balanced-figures';

/** One slot of a table as it is printed. `cell` names the figure it holds. */
export interface DrawnSlot {
  readonly text: string;
  readonly cell?: CellCode;
  readonly rowspan: number;
  readonly colspan: number;
}

export interface DrawnTable {
  readonly columns: number;
  readonly rows: readonly (readonly DrawnSlot[])[];
}

export interface DrawnSection {
  readonly heading: string;
  readonly parts: readonly (string | DrawnTable)[];
}

/** A report on paper, before it becomes a file of some format. */
export interface DrawnReport {
  readonly agency: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly figures: PrintedFigures;
  readonly title: string;
  readonly introduction: readonly string[];
  readonly sections: readonly DrawnSection[];
  readonly ending: readonly string[];
}

export const isTable = (part: string | DrawnTable): part is DrawnTable => typeof part !== 'string';
const printed = (figure: Figure) => (typeof figure === 'number' ? String(figure) : figure === 'not_applicable' ? '/' : '');

const prose = (agency: string, year: number, figures: PrintedFigures): Record<number, string[]> => {
  const self = /镇/.test(agency) ? '我镇' : /乡/.test(agency) ? '我乡' : /街道/.test(agency) ? '我街道' : '我局';
  const of = (cell: string) => String(figures[cell] ?? '');
  return {
    1: [
      `${year}年，${self}认真贯彻落实《中华人民共和国政府信息公开条例》，扎实做好政府信息公开各项工作。`,
      `（一）主动公开。全年通过县政府门户网站公开信息${100 + (year % 50)}条，其中工作动态60条。`,
      `（二）依申请公开。全年新收政府信息公开申请${of('requests.new_received.total')}件，均在法定期限内答复。`,
      `（三）政府信息管理。严格执行信息发布三审三校制度，全年未发生失泄密事件。`,
      `（四）政府信息公开平台建设。按要求维护政务公开专区，更新公开目录2次。`,
      `（五）监督保障。组织业务培训3次，参训45人次，主动接受社会监督。`,
    ],
    5: ['存在的主要问题：一是公开内容不够丰富，二是业务培训不够经常。', '改进情况：一是充实公开内容，二是每季度组织一次业务培训。'],
    6: [`${year}年${self}未收取信息处理费，没有其他需要报告的事项。`],
  };
};

/** Figures with some replaced. @throws RangeError for a code the edition does not have. */
export function withFigures(figures: PrintedFigures, changed: PrintedFigures): PrintedFigures {
  for (const cell of Object.keys(changed)) if (!(cell in figures)) throw new RangeError(`no cell ${cell} in this edition`);
  return { ...figures, ...changed };
}

/** Draws an official report of an invented agency. `figures` replaces single figures of a balanced set. */
export function drawReport(
  agency: string,
  year: number,
  { seed = year, figures: changed = {} }: { seed?: number; figures?: PrintedFigures } = {},
): DrawnReport {
  const edition = editionForYear(year) ?? '2021';
  const figures = withFigures(balancedFigures(edition, seed), changed);
  const texts = prose(agency, year, figures);
  return {
    agency,
    year,
    edition,
    figures,
    title: `${agency}${year}年政府信息公开工作年度报告`,
    introduction: [
      `根据《中华人民共和国政府信息公开条例》要求，现公布${agency}${year}年政府信息公开工作年度报告。本报告所列数据的统计期限为${year}年1月1日至12月31日。`,
    ],
    sections: editions[edition].sections.map(({ number, heading, table }) => ({
      heading,
      parts: table
        ? officialTableLayout(edition, table).flatMap(({ caption, columns, rows }): (string | DrawnTable)[] => [
            ...(caption ? [caption] : []),
            {
              columns,
              rows: rows.map((slots) =>
                slots.map(({ text, cell, rowspan, colspan }) => ({
                  text: cell ? printed(figures[cell] ?? 'blank') : (text ?? ''),
                  cell,
                  rowspan,
                  colspan,
                })),
              ),
            },
          ])
        : (texts[number] ?? []),
    })),
    ending: [],
  };
}

/** The fields of every line of a table, spanned slots printed once and then empty, as a converter pads them. */
export function paddedLines(table: DrawnTable): string[][] {
  const starts = slotColumns({ ...table, headerRows: 0 } as Parameters<typeof slotColumns>[0]);
  return table.rows.map((slots, row) => {
    const fields = Array.from({ length: table.columns }, () => '');
    slots.forEach(({ text }, place) => (fields[starts[row]![place]!] = text));
    return fields;
  });
}

export const startsOf = (table: DrawnTable) => slotColumns({ ...table, headerRows: 0 } as Parameters<typeof slotColumns>[0]);

type PartChange = (part: string | DrawnTable, section: number) => string | DrawnTable | readonly (string | DrawnTable)[];

/** Changes every part of every section; `section` counts from 1. */
export const changeParts = (report: DrawnReport, change: PartChange): DrawnReport => ({
  ...report,
  sections: report.sections.map((section, place) => ({ ...section, parts: section.parts.flatMap((part) => change(part, place + 1)) })),
});

export const changeSlots = (
  report: DrawnReport,
  change: (slot: DrawnSlot, row: number, section: number) => DrawnSlot,
  inSection?: number,
): DrawnReport =>
  changeParts(report, (part, section) =>
    isTable(part) && (inSection === undefined || section === inSection)
      ? { ...part, rows: part.rows.map((slots, row) => slots.map((slot) => change(slot, row, section))) }
      : part,
  );

export const changeRows = (
  report: DrawnReport,
  inSection: number,
  change: (slots: readonly DrawnSlot[], row: number) => readonly (readonly DrawnSlot[])[],
): DrawnReport =>
  changeParts(report, (part, section) => (isTable(part) && section === inSection ? { ...part, rows: part.rows.flatMap(change) } : part));

export const changeHeadings = (report: DrawnReport, change: (heading: string, section: number) => string): DrawnReport => ({
  ...report,
  sections: report.sections.map((section, place) => ({ ...section, heading: change(section.heading, place + 1) })),
});

/** Every printed text of a report changed, figures too. */
export const changeTexts = (report: DrawnReport, change: (text: string) => string): DrawnReport => {
  const inner = changeHeadings(
    changeParts(
      changeSlots(report, (slot) => ({ ...slot, text: change(slot.text) })),
      (part) => (isTable(part) ? part : change(part)),
    ),
    change,
  );
  return { ...inner, title: change(report.title), introduction: report.introduction.map(change), ending: report.ending.map(change) };
};

export const slot = (text: string, colspan = 1, rowspan = 1): DrawnSlot => ({ text, rowspan, colspan });
