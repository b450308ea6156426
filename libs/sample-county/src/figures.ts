import {
  cellsOf,
  disputeCell,
  editionForYear,
  editions,
  requestCell,
  type Applicant,
  type CellCode,
  type EditionId,
  type Figure,
  type Figures,
} from '@mingshu/report-format';
import { outcomeRows } from '@mingshu/report-checks';
import type { SampleAgency } from './agencies';
import { sampleYears } from './agencies';
import { Chance } from './chance';
import { leavesBlanks, plantedFaults } from './planted-faults';

const parts = editions['2021'].tables.requests.columns
  .map(({ code }) => code)
  .filter((code): code is Exclude<Applicant, 'total'> => code !== 'total');

/** How often a kind of applicant asks, against natural persons. */
const appetite: Record<Exclude<Applicant, 'total'>, number> = {
  natural_person: 1,
  enterprise: 0.3,
  research: 0.05,
  public_welfare: 0.04,
  legal_service: 0.12,
  org_other: 0.06,
};

/** How often a request ends in a row, out of a hundred; rows not named are rare. */
const outcomeWeight: Record<string, number> = {
  granted: 46,
  partial: 8,
  'unavailable.not_held': 20,
  'unavailable.needs_creation': 4,
  'declined.petition_complaint': 5,
  'declined.duplicate': 3,
  'denied.internal_affairs': 3,
  'denied.process_info': 3,
  'denied.third_party': 2,
  'other.misc': 4,
  'other.unpaid_fee': 0,
  other: 5,
};

type Writable = Record<string, Figure>;

function outcomeOf(chance: Chance, edition: EditionId): string {
  const rows = outcomeRows(edition);
  const weights = rows.map((row) => outcomeWeight[row] ?? 0.5);
  let left = chance.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return rows.find((_, place) => (left -= weights[place]!) < 0) ?? rows[0]!;
}

function requestFigures(
  figures: Writable,
  agency: SampleAgency,
  year: number,
  edition: EditionId,
  carriedIn: Record<string, number>,
): Record<string, number> {
  const chance = new Chance(`${agency.code} requests ${year}`);
  const carriedOut: Record<string, number> = {};
  const add = (row: string, part: string, by: number) => {
    for (const column of [part, 'total']) {
      const cell = `requests.${row}.${column}`;
      figures[cell] = Number(figures[cell]) + by;
    }
  };
  for (const part of parts) {
    const usual = agency.load * appetite[part] * (3 + (year - 2019) * 0.5);
    const received = Math.round(usual * (0.5 + chance.next()));
    const open = (carriedIn[part] ?? 0) + received;
    const out = open > 2 && chance.next() < 0.6 ? chance.whole(1, Math.max(1, Math.round(open * 0.15))) : 0;
    carriedOut[part] = out;
    add('new_received', part, received);
    add('carried_in', part, carriedIn[part] ?? 0);
    add('settled', part, open - out);
    add('carried_out', part, out);
    for (let request = 0; request < open - out; request += 1) add(outcomeOf(chance, edition), part, 1);
  }
  return carriedOut;
}

/** What the disclosure table hands on to next year's: documents in force, and items of the 2019 form. */
interface Stock {
  inForce: number;
  items: Record<string, number>;
}

function disclosureFigures(figures: Writable, agency: SampleAgency, year: number, edition: EditionId, stock: Stock): void {
  const chance = new Chance(`${agency.code} disclosure ${year}`);
  const set = (cell: CellCode, value: number) => (figures[cell] = value);
  const decisions = (most: number) => chance.whole(Math.round(most * 0.4), most);
  const [licences, penalties, compulsion] = [decisions(agency.load * 60), decisions(agency.load * 18), decisions(agency.load * 3)];
  const documents = chance.whole(0, Math.ceil(agency.load));
  set('disclosure.a20_5.licence.decisions', licences);
  set('disclosure.a20_6.penalty.decisions', penalties);
  set('disclosure.a20_6.compulsion.decisions', compulsion);
  if (edition === '2021') {
    const repealed = Math.min(stock.inForce, chance.whole(0, 1));
    stock.inForce += documents - repealed;
    set('disclosure.a20_1.normative_doc.issued', documents);
    set('disclosure.a20_1.normative_doc.repealed', repealed);
    set('disclosure.a20_1.normative_doc.in_force', stock.inForce);
    set('disclosure.a20_8.admin_fee.fee_amount', agency.load >= 2 ? chance.whole(100, 9000) / 100 : 0);
    return;
  }
  set('disclosure.a20_1.normative_doc.made', documents);
  set('disclosure.a20_1.normative_doc.opened', documents);
  set('disclosure.a20_1.normative_doc.open_total', Math.round(agency.load * 5) + documents);
  for (const row of ['a20_5.licence', 'a20_5.other_service', 'a20_6.penalty', 'a20_6.compulsion', 'a20_8.admin_fee']) {
    const [items, change] = [stock.items[row] ?? chance.whole(3, 20), chance.whole(-2, 3)];
    set(`disclosure.${row}.prev_items` as CellCode, items);
    set(`disclosure.${row}.change` as CellCode, change);
    stock.items[row] = items + change;
  }
  set('disclosure.a20_5.other_service.decisions', decisions(agency.load * 20));
  set('disclosure.a20_9.gov_procurement.proc_projects', chance.whole(0, 12));
  set('disclosure.a20_9.gov_procurement.proc_amount', chance.whole(0, 400));
}

function disputeFigures(figures: Writable, agency: SampleAgency, year: number): void {
  const chance = new Chance(`${agency.code} disputes ${year}`);
  for (const { code: block } of editions['2021'].tables.disputes.blocks) {
    const direct = block === 'suit_direct' && year >= 2024;
    const cases = direct ? 0 : Math.round(agency.load * 0.5 * chance.next());
    for (let one = 0; one < cases; one += 1) {
      const result = disputeCell(block, chance.pick(['upheld', 'upheld', 'upheld', 'corrected', 'other', 'pending'] as const));
      figures[result] = Number(figures[result]) + 1;
    }
    figures[disputeCell(block, 'total')] = cases;
  }
}

/** The true figures of an agency for every year: balanced, and what one year carries out the next carries in. */
export function trueFigures(agency: SampleAgency): ReadonlyMap<number, Figures> {
  const years = new Map<number, Figures>();
  let carried: Record<string, number> = Object.fromEntries(
    parts.map((part) => [part, part === 'natural_person' && agency.load >= 2 ? 1 : 0]),
  );
  const stock: Stock = { inForce: Math.round(agency.load * 6), items: {} };
  for (const year of sampleYears) {
    const edition = editionForYear(year)!;
    const figures: Writable = Object.fromEntries(cellsOf(edition).map((cell) => [cell, 0]));
    carried = requestFigures(figures, agency, year, edition, carried);
    disclosureFigures(figures, agency, year, edition, stock);
    disputeFigures(figures, agency, year);
    years.set(year, figures as Figures);
  }
  return years;
}

/** Figures on the older form: （六） in one row, and of table 2 only what both forms have. */
function onOlderForm(figures: Figures): Figures {
  const older = cellsOf('2019').map((cell): [CellCode, Figure] => {
    const applicant = /^requests\.other\.(\w+)$/.exec(cell)?.[1];
    if (!applicant) return [cell, figures[cell] ?? 0];
    const parts = ['no_correction', 'unpaid_fee', 'misc'].map((part) => Number(figures[`requests.other.${part}.${applicant}` as CellCode]));
    return [cell, parts.reduce((sum, part) => sum + part, 0)];
  });
  return Object.fromEntries(older);
}

/** The figures as the agency prints them: the true ones with the planted faults and habits. */
export function printedFigures(agency: SampleAgency, year: number, figures: Figures): Figures {
  const fault = plantedFaults.find((one) => one.agency === agency.shortName && one.year === year);
  const changed = Object.entries(fault?.changes ?? {}).map(([cell, by]) => [cell, Number(figures[cell as CellCode]) + by] as const);
  const isSparing = leavesBlanks.agency === agency.shortName && leavesBlanks.year === year;
  const blanks = isSparing
    ? parts.slice(1).flatMap((part) =>
        editions['2019'].tables.requests.rows
          .map(({ code }) => requestCell(code, part))
          .filter((cell) => figures[cell] === 0)
          .map((cell) => [cell, 'blank'] as const),
      )
    : [];
  const given = fault?.edition === '2019' ? onOlderForm(figures) : figures;
  return { ...given, ...Object.fromEntries(changed), ...fault?.set, ...Object.fromEntries(blanks) };
}
