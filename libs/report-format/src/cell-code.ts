import type { edition2019 } from './edition-2019';
import type { edition2021 } from './edition-2021';
import type { EditionFormat } from './edition-format';

type DisclosureCell<Edition extends EditionFormat> = Edition['tables']['disclosure']['blocks'][number] extends infer Block
  ? Block extends {
      code: infer Code extends string;
      rows: readonly { code: infer Row extends string }[];
      columns: readonly { code: infer Column extends string }[];
    }
    ? `disclosure.${Code}.${Row}.${Column}`
    : never
  : never;

type RequestCellOf<Edition extends EditionFormat> =
  `requests.${Edition['tables']['requests']['rows'][number]['code']}.${Edition['tables']['requests']['columns'][number]['code']}`;

type DisputeCellOf<Edition extends EditionFormat> =
  `disputes.${Edition['tables']['disputes']['blocks'][number]['code']}.${Edition['tables']['disputes']['columns'][number]['code']}`;

type CellOf<Edition extends EditionFormat> = DisclosureCell<Edition> | RequestCellOf<Edition> | DisputeCellOf<Edition>;

/** The 200 cells of the 2021 edition. */
export type CellCode2021 = CellOf<typeof edition2021>;

/** The 198 cells of the 2019 edition. */
export type CellCode2019 = CellOf<typeof edition2019>;

/** Any cell of any edition, `requests.new_received.natural_person` for example. A mistyped code does not compile. */
export type CellCode = CellCode2019 | CellCode2021;

export type Applicant = (typeof edition2021)['tables']['requests']['columns'][number]['code'];
export type RequestRow = (typeof edition2021 | typeof edition2019)['tables']['requests']['rows'][number]['code'];
export type DisputeBlock = (typeof edition2021)['tables']['disputes']['blocks'][number]['code'];
export type DisputeResult = (typeof edition2021)['tables']['disputes']['columns'][number]['code'];

// Every code is put together once: a text put together anew is looked for among all texts each time a figure is asked by it.
const requestCells: Partial<Record<RequestRow, Partial<Record<Applicant, CellCode>>>> = {};
const disputeCells: Partial<Record<DisputeBlock, Partial<Record<DisputeResult, CellCode>>>> = {};

/** The code of a cell of table 3. */
export const requestCell = (row: RequestRow, applicant: Applicant): CellCode =>
  ((requestCells[row] ??= {})[applicant] ??= `requests.${row}.${applicant}` as CellCode);

/** The code of a cell of table 4. */
export const disputeCell = (block: DisputeBlock, result: DisputeResult): CellCode =>
  ((disputeCells[block] ??= {})[result] ??= `disputes.${block}.${result}`);
