import pg from 'pg';

/** A statement is prepared once it has been asked so often. Few are, and what is put together for one question never is. */
const often = 20;
const mostPrepared = 120;
const mostCounted = 1000;
const counts = new Map<string, number>();
const names = new Map<string, string>();

/** The name a statement is prepared under; `undefined` as long as it is asked as it is. */
function nameOf(statement: string): string | undefined {
  const name = names.get(statement);
  if (name !== undefined || names.size >= mostPrepared) return name;
  const count = (counts.get(statement) ?? 0) + 1;
  if (count < often) {
    if (counts.size >= mostCounted) counts.clear();
    counts.set(statement, count);
    return undefined;
  }
  counts.delete(statement);
  names.set(statement, `often_${names.size}`);
  return names.get(statement);
}

/** A connection that has the statements of every document parsed and planned by the database once and not for each document. For pools: `{ Client: PreparingClient }`. */
export class PreparingClient extends pg.Client {
  override query(...asked: unknown[]): never {
    const [text, values, ...rest] = asked;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    const query = super.query.bind(this) as (...given: unknown[]) => never;
    return name === undefined ? query(...asked) : query({ name, text, values }, ...rest);
  }
}
