import { type CellCode, type EditionId, type FigureReading, type FigureSign } from '@mingshu/report-format';
import { relationsOf, testimony, type Relation } from './witness';

type FigureReadings = Partial<Record<CellCode, FigureReading>>;

/** Figures with what the relations of the form say of them, and the relations that are broken. Nothing read is changed. */
export function withTestimony(
  edition: EditionId,
  figures: FigureReadings,
): { readonly figures: FigureReadings; readonly broken: readonly Relation[] } {
  const supported = new Map<CellCode, FigureSign[]>();
  const contradicted = new Map<CellCode, FigureSign[]>();
  const broken: Relation[] = [];
  for (const relation of relationsOf(edition)) {
    const says = testimony(relation, figures);
    if (says === 'mute') continue;
    if (says === 'broken') broken.push(relation);
    for (const cell of [...relation.left, ...relation.right]) {
      const signs = says === 'holds' ? supported : contradicted;
      signs.set(cell, [...(signs.get(cell) ?? []), relation.kind]);
    }
  }
  const entries = Object.entries(figures) as [CellCode, FigureReading][];
  const signed = entries.map(([cell, figure]): [CellCode, FigureReading] => {
    const [more, against] = [supported.get(cell), contradicted.get(cell)];
    if (figure.state === 'unread' || (!more && !against)) return [cell, figure];
    return [
      cell,
      {
        ...figure,
        ...(more ? { supportedBy: [...(figure.supportedBy ?? []), ...more] } : {}),
        ...(against ? { contradictedBy: [...(figure.contradictedBy ?? []), ...against] } : {}),
      },
    ];
  });
  return { figures: Object.fromEntries(signed), broken };
}
