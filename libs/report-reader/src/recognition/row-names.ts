import { editions, type EditionId } from '@mingshu/report-format';
import { normalise } from './normalise';

/** The Han characters of a text, by which names broken over lines are found. */
export const han = (text: string): string => normalise(text).replaceAll(/[^\p{Script=Han}]/gu, '');

const withoutNumber = (label: string) => label.replace(/^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[）)]/, '');
const namesOf = (edition: EditionId) => editions[edition].tables.requests.rows.map(({ label }) => han(withoutNumber(label)));
const known: Record<EditionId, readonly string[]> = { '2019': namesOf('2019'), '2021': namesOf('2021') };

/** The names of the rows of table 3 in the order of the form, without their numbers. */
export const rowNames = (edition: EditionId): readonly string[] => known[edition];

/** 其他 and 总计 are names of columns too, and parts of other names. */
export const shortestName = 4;
