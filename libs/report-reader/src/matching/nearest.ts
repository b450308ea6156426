import { normalise } from '../recognition/normalise';
import type { PreparedRoster } from './match-name';
import { insideForm } from './name-key';
import { standingOf } from './county-in-names';
import { reportsFor, type RosterAgency } from './roster';

const mostShown = 3;
const leastLikeness = 0.5;
const ending = /(?:人民政府办公室|人民政府|街道办事处|街道|镇|乡|管理局|委员会|局|办公室|中心)$/;

/** Length of the longest common subsequence. */
function commonLength(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, () => 0);
  for (const character of one) {
    const row = [0];
    for (let place = 0; place < other.length; place += 1)
      row.push(other[place] === character ? before[place]! + 1 : Math.max(before[place + 1]!, row[place]!));
    before = row;
  }
  return before[other.length]!;
}

/** How like two names are between 0 and 1, by what stands before the common ending; a short name whose characters all stand in the long one in order is like it (人社局). */
function likeness(one: string, other: string): number {
  const [a, b] = [one.replace(ending, ''), other.replace(ending, '')];
  if (a === '' || b === '') return 0;
  const common = commonLength(a, b);
  const isShortForm = common === Math.min(a.length, b.length) && common >= 2;
  return isShortForm ? 0.6 + (0.4 * common) / Math.max(a.length, b.length) : (2 * common) / (a.length + b.length);
}

/** The agencies whose names are nearest, at most three; none where nothing is near. */
export function nearestAgencies(read: string, roster: PreparedRoster, year: number | null): RosterAgency[] {
  const asked = insideForm(standingOf(normalise(read), roster.county).inside);
  return roster.entries
    .filter(({ agency }) => reportsFor(agency, year))
    .map(({ agency, name, aliases }) => ({
      agency,
      score: Math.max(
        ...[name, ...aliases.map((alias) => alias.name)].map((one) => likeness(asked, insideForm(standingOf(one, roster.county).inside))),
      ),
    }))
    .filter(({ score }) => score >= leastLikeness)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostShown)
    .map(({ agency }) => agency);
}
