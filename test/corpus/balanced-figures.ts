import { cellsOf, editions, type EditionId, type Figure } from '@mingshu/report-format';

export type PrintedFigures = Record<string, Figure>;

/** Figures of a report that balances, nearly all of them different from 0 and from their neighbours, so that a shifted column shows. */
export function balancedFigures(edition: EditionId, seed: number): PrintedFigures {
  const figures: Record<string, number> = Object.fromEntries(
    cellsOf(edition).map((cell, place) => [cell, cell.startsWith('requests.') ? 0 : ((place * 7 + seed * 3) % 53) + 1]),
  );
  const { rows, columns } = editions[edition].tables.requests;
  const parts = columns.slice(0, -1);
  const outcomes = rows.filter(({ within, code }) => within !== 'year' && code !== 'settled');
  parts.forEach(({ code: part }, place) => {
    outcomes.forEach(
      ({ code }, row) => (figures[`requests.${code}.${part}`] = ((row * 5 + place * 11 + seed) % 19) + (row % 4 === 0 ? 11 : 0)),
    );
    const settled = outcomes.reduce((sum, { code }) => sum + figures[`requests.${code}.${part}`]!, 0);
    Object.assign(figures, {
      [`requests.settled.${part}`]: settled,
      [`requests.carried_in.${part}`]: place + 1,
      [`requests.carried_out.${part}`]: 2 * place + 3,
      [`requests.new_received.${part}`]: settled + place + 2,
    });
  });
  for (const { code } of rows)
    figures[`requests.${code}.total`] = parts.reduce((sum, { code: part }) => sum + figures[`requests.${code}.${part}`]!, 0);
  const { blocks, columns: results } = editions[edition].tables.disputes;
  for (const { code } of blocks)
    figures[`disputes.${code}.total`] = results
      .slice(0, -1)
      .reduce((sum, { code: result }) => sum + figures[`disputes.${code}.${result}`]!, 0);
  for (const cell of Object.keys(figures)) if (cell.endsWith('.fee_amount')) figures[cell] = 12.5 + seed;
  return figures;
}
