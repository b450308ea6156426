import type { Sign, Weighed } from '@mingshu/report-format';
import { matchName, type Candidate, type NameMatch, type PreparedRoster } from './match-name';
import { pathSigns, type PathSign } from './path-signs';

/** A sign beside the one that decided, naming another agency. */
export interface OddSign {
  readonly where: Sign<string>['where'] | PathSign['where'];
  readonly text: string;
  /** The agency or region it names. */
  readonly names: string;
}

/** Whose report a document is. Only `matched` is taken without asking a person. */
export type AgencyMatch =
  | { readonly kind: 'matched'; readonly agencyId: string; readonly name: string; readonly why: string; readonly odd: readonly OddSign[] }
  | { readonly kind: 'ambiguous' | 'unknown'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'foreign'; readonly region: string; readonly candidates: readonly Candidate[] };

interface Evidence {
  readonly where: OddSign['where'];
  readonly text: string;
  readonly match: NameMatch;
}

const placeNames: Partial<Record<OddSign['where'], string>> = { folder: '文件夹名', file_name: '文件名', code: '单位代码' };

/** Agencies named outright. The county stands at the head of many a town's page, so its name is no voice for its own report. */
const matchedIds = (evidence: readonly Evidence[], roster: PreparedRoster) =>
  new Set(
    evidence.flatMap(({ match }) => (match.kind === 'matched' && !roster.byId.get(match.agencyId)?.isCounty ? [match.agencyId] : [])),
  );

/** Words by which an agency speaks of itself, as a county's own report never does. */
const speaksAsAgency = /[我本](?:镇|乡(?!村|镇)|街道|局|委(?!托|派|员|任))/;

const candidatesOf = (evidence: readonly Evidence[]): Candidate[] => {
  const all = evidence.flatMap(({ where, text, match }): Candidate[] =>
    match.kind === 'matched'
      ? [{ agencyId: match.agencyId, name: match.name, why: `${placeNames[where] ?? '文件中的名称'}“${text.slice(0, 40)}”` }]
      : [...match.candidates],
  );
  return all.filter(({ agencyId }, place) => all.findIndex((one) => one.agencyId === agencyId) === place).slice(0, 5);
};

const oddOnes = (evidence: readonly Evidence[], agencyId: string): OddSign[] =>
  evidence.flatMap(({ where, text, match }): OddSign[] => {
    if (match.kind === 'matched' && match.agencyId !== agencyId) return [{ where, text, names: match.name }];
    return match.kind === 'foreign' ? [{ where, text, names: match.region }] : [];
  });

/** Whether a sign names the agency, or several of which it is one. */
const allows = (match: NameMatch, agencyId: string): boolean =>
  match.kind === 'matched'
    ? match.agencyId === agencyId
    : match.kind === 'ambiguous' && match.candidates.length > 1 && match.candidates.some((one) => one.agencyId === agencyId);

/** The name a document writes: the weighed one, or where none was sure enough the title's, if no other sign says otherwise. */
export function writtenName({ value, signs }: Weighed<string>): string | null {
  if (value !== null) return value;
  const isAlone = new Set(signs.map((sign) => sign.value)).size === 1 && signs.some(({ where }) => where === 'title');
  return isAlone ? signs[0]!.value : null;
}

/**
 * Whose report it is. The name weighed from the document's own signs decides; where it fits several, folder, file name, code and the other signs may choose between those.
 * Where the document names nobody, they speak alone, and only with one voice. A name the roster does not know, or of another county, is never overruled.
 * The county's own report is taken for one only where no other sign names an agency and the prose does not speak as one.
 */
export function whoReports(
  agency: Weighed<string>,
  { path = '', year, prose = '' }: { readonly path?: string; readonly year: number | null; readonly prose?: string },
  roster: PreparedRoster,
): AgencyMatch {
  const fromSigns = agency.signs.map(({ where, text, value }): Evidence => ({ where, text, match: matchName(value, roster, year) }));
  const fromPath = pathSigns(path, roster, year);
  const around: Evidence[] = [...fromPath, ...fromSigns];
  const name = writtenName(agency);
  const main = name === null ? undefined : matchName(name, roster, year);
  if (main?.kind === 'matched') {
    const odd = oddOnes(around, main.agencyId);
    const isDoubtful = roster.byId.get(main.agencyId)?.isCounty && (odd.length > 0 || speaksAsAgency.test(prose));
    return isDoubtful ? { kind: 'ambiguous', candidates: candidatesOf(around) } : { ...main, odd };
  }
  if (main?.kind === 'foreign') return main;
  if (main?.kind === 'ambiguous') return chosenAmong(main.candidates, around, roster) ?? main;
  if (main) return { kind: 'unknown', candidates: candidatesOf([{ where: 'title', text: name ?? '', match: main }, ...around]) };
  const foreign = fromSigns.find(({ match }) => match.kind === 'foreign')?.match;
  if (foreign?.kind === 'foreign') return { ...foreign, candidates: candidatesOf(around) };
  const voices = matchedIds(around, roster);
  const [voice] = voices;
  const isOneVoice = voices.size === 1 && around.every(({ match }) => allows(match, voice!));
  if (isOneVoice) {
    const { where, text, match } = around.find((one) => one.match.kind === 'matched')!;
    if (match.kind === 'matched')
      return {
        kind: 'matched',
        agencyId: match.agencyId,
        name: match.name,
        why: `${placeNames[where] ?? '文件中的名称'}“${text.slice(0, 40)}”`,
        odd: [],
      };
  }
  const candidates = candidatesOf(around);
  return { kind: candidates.length > 1 ? 'ambiguous' : 'unknown', candidates };
}

/** The one of several candidates that all other matched signs name. */
function chosenAmong(candidates: readonly Candidate[], around: readonly Evidence[], roster: PreparedRoster): AgencyMatch | undefined {
  // The office signs the county's report as well as its own: only a person can tell the two apart.
  if (candidates.some(({ agencyId }) => roster.byId.get(agencyId)?.isCounty)) return undefined;
  const voices = [...matchedIds(around, roster)];
  const chosen = candidates.find(({ agencyId }) => agencyId === voices[0]);
  // A namesake that must first be confirmed is not settled by a folder of the same name.
  if (voices.length !== 1 || !chosen || candidates.length < 2) return undefined;
  const { where, text } = around.find(({ match }) => match.kind === 'matched' && match.agencyId === chosen.agencyId)!;
  return {
    kind: 'matched',
    agencyId: chosen.agencyId,
    name: chosen.name,
    why: `${placeNames[where] ?? '文件中的名称'}“${text.slice(0, 40)}”`,
    odd: around.flatMap(({ where: place, text: said, match }) =>
      match.kind === 'foreign' ? [{ where: place, text: said, names: match.region }] : [],
    ),
  };
}
