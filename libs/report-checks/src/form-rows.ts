import { editions, type Applicant, type EditionId, type RequestRow } from '@mingshu/report-format';

export const applicants: readonly Applicant[] = editions['2021'].tables.requests.columns.map(({ code }) => code);

export const requestRows = (edition: EditionId): readonly RequestRow[] => editions[edition].tables.requests.rows.map(({ code }) => code);

const flowRows: readonly RequestRow[] = ['new_received', 'carried_in', 'settled', 'carried_out'];

/** Rows （一） to （六）: every outcome of a request, the total （七） left out. */
export const outcomeRows = (edition: EditionId): readonly RequestRow[] => requestRows(edition).filter((row) => !flowRows.includes(row));
