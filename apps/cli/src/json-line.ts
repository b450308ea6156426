import { cellsOf, type ReportReading } from '@mingshu/report-format';
import type { Finding } from '@mingshu/report-checks';
import type { ReadFile } from './files';

function reportFields({ agency, year, edition, editionPresumed, figures, sections, remarks, extensions, acceptance }: ReportReading) {
  return {
    agency: { name: agency.value, signs: agency.signs },
    year: { value: year.value, signs: year.signs },
    edition,
    editionPresumed,
    figures: Object.fromEntries(cellsOf(edition).map((cell) => [cell, figures[cell]])),
    sections,
    remarks,
    extensions: extensions ?? [],
    acceptance: acceptance ?? null,
  };
}

/** One document as one line of JSON. `findings` is added where the document was checked. */
export function jsonLine({ file, reading }: ReadFile, findings?: readonly Finding[]): string {
  if (reading.kind !== 'report')
    return JSON.stringify({
      file,
      kind: reading.kind,
      reason: reading.reason,
      sentence: reading.sentence,
      ...(findings ? { findings } : {}),
    });
  return JSON.stringify({ file, kind: reading.kind, ...reportFields(reading), ...(findings ? { findings } : {}) });
}
