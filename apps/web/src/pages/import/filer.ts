import type { Agency, County } from '@mingshu/contracts';

/** Whose report a document may be. */
export type Filer = Pick<Agency, 'id' | 'name' | 'aliases'>;

/** The agencies of the roster, and behind them the county itself, told apart from an office of the same name. */
export const filersOf = (agencies: readonly Agency[], { own }: Pick<County, 'own'>): Filer[] => [
  ...agencies,
  { id: own.id, name: `${own.name}（汇总全县的县级报告）`, aliases: [] },
];
