import { editionIds, editions } from '@mingshu/report-format';
import { wantedRow, likeness, type WantedRow } from './label-likeness';
import { labelKey } from './normalise';

/** Every row of tables 2 and 3 in both editions. */
const rows: readonly WantedRow[] = editionIds.flatMap((id) => {
  const { disclosure, requests } = editions[id].tables;
  const disclosureRows = disclosure.blocks.flatMap((block) => block.rows.map((row) => wantedRow(row)));
  return [...disclosureRows, ...requests.rows.map((row) => wantedRow(row))];
});

/** How like a text is to the nearest row label of the form, 0 to 1: which of two ways of putting broken labels together reads better. */
export function likenessToForm(text: string): number {
  const key = labelKey(text);
  return key === '' ? 0 : Math.max(...rows.map((row) => likeness([key], row)));
}
