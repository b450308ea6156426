import type { CellCode, EditionId, Place, Readings } from '@mingshu/report-format';
import { figureRows, spotOf } from './figure-rows';

const placeOf = (readings: Readings, cell: CellCode | undefined): Place | undefined => {
  const reading = cell && readings[cell];
  const place = reading && 'place' in reading ? reading.place : undefined;
  return place?.kind === 'person' ? undefined : place;
};

/** The place of the nearest cell that was found, in the same row, else in the same column: where a person should look for one that was not. */
export function nearbyPlace(edition: EditionId, readings: Readings, cell: CellCode): Place | undefined {
  const spot = spotOf(edition, cell);
  if (!spot) return undefined;
  const rows = figureRows(edition, spot.table);
  const near = (places: readonly (Place | undefined)[], at: number) => {
    for (let step = 1; step < places.length; step += 1) {
      const found = places[at - step] ?? places[at + step];
      if (found) return found;
    }
    return undefined;
  };
  const inRow = rows[spot.row]!.map((one) => placeOf(readings, one));
  return (
    near(inRow, spot.column) ??
    near(
      rows.map((row) => placeOf(readings, row[Math.min(spot.column, row.length - 1)])),
      spot.row,
    )
  );
}
