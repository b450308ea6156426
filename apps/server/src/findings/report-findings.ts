import { createHash } from 'node:crypto';
import type { ReportFindings, StatedFindingView } from '@mingshu/contracts';
import {
  findingKey,
  findingStatesOf,
  openCounts,
  ownReportObstacle,
  signingObstacles,
  type CheckId,
  type FindingDeed,
  type StatedFinding,
  type SwitchedOff,
} from '@mingshu/report-checks';
import type { RosterKind } from '@mingshu/report-format';
import type { SignOffEntity } from '../database/entities';
import { findingEvents, type AgencyHistory } from './finding-events';
import { filingChecksBroken, filingFindings } from './filing-findings';
import type { KeptFindings, KeptVersion } from './kept-findings';
import { filingOf, opinionView } from './opinion-view';
import { statusOf } from './status-of';

/** Answers and returns as one line of deeds in the order of time, each with the filing it was about. */
function deedsOf({ answers, opinions, versions }: AgencyHistory): FindingDeed[] {
  const said = answers.map(({ id, kind, key, fingerprint, finding, version, at }) => ({
    id,
    kind,
    key,
    fingerprint,
    finding,
    version,
    at,
  }));
  const returned = opinions.flatMap(({ id, items, version, at, undoneAt }) =>
    items.flatMap(({ key, fingerprint, finding }) =>
      key !== null && finding
        ? [{ id, kind: 'returned' as const, key, fingerprint: fingerprint ?? '', finding, version, at, isUndone: undoneAt !== null }]
        : [],
    ),
  );
  const deeds = [...said, ...returned].map((deed) => ({ ...deed, version: filingOf(deed.version, versions) }));
  return deeds.sort((one, other) => one.at.getTime() - other.at.getTime() || one.id.localeCompare(other.id));
}

/** Names what was done about one finding; any further deed changes it. */
function revisionOf(key: string, deeds: readonly FindingDeed[]): string {
  const own = deeds.filter((deed) => deed.key === key);
  return own.length === 0 ? 'none' : `${own.length}.${own.filter(({ isUndone }) => isUndone).length}.${own.at(-1)!.id}`;
}

function viewOf(
  stated: StatedFinding,
  history: AgencyHistory,
  deeds: readonly FindingDeed[],
  repeated: ReadonlySet<CheckId>,
): StatedFindingView {
  const { key, fingerprint, finding, state, returnedFor } = stated;
  const isAnswered = state === 'explained' || state === 'waived' || state === 'reopened';
  const last = isAnswered ? history.answers.filter((one) => one.key === key).at(-1) : undefined;
  return {
    key,
    fingerprint,
    finding,
    state,
    returnedFor,
    isRepeated: repeated.has(finding.check),
    answer: last ? { text: last.text, byName: last.byName, at: last.at.toISOString() } : null,
    revision: revisionOf(key, deeds),
    events: findingEvents(key, state, history),
  };
}

const signEvent = ({ kind, version, text, isOwn, byName, at }: SignOffEntity) => ({
  kind,
  version,
  text,
  isOwn,
  byName,
  at: at.toISOString(),
});

function signingOf(
  kept: KeptFindings,
  {
    stated,
    standing,
    handItems,
    signOffs,
    userId,
    isOwn,
  }: {
    stated: readonly StatedFinding[];
    standing: KeptVersion;
    handItems: number;
    signOffs: readonly SignOffEntity[];
    userId: string;
    isOwn: boolean;
  },
): ReportFindings['signing'] {
  const others = kept.signers.filter((id) => id !== userId).length;
  const { obstacle, warning } = ownReportObstacle(isOwn, others, kept.ownSignOff);
  const last = signOffs.filter(({ version }) => version === standing.version).at(-1);
  const { acceptance, unclearCells } = standing;
  return {
    signed: last?.kind === 'signed' ? signEvent(last) : null,
    obstacles: [...signingObstacles({ stated, unclearCells, handItems }), ...(obstacle ? [obstacle] : [])],
    toConfirm: acceptance && !acceptance.withoutPerson ? acceptance.reasons.map(({ text }) => text) : [],
    warnings: warning ? [warning] : [],
    isOwn,
    events: signOffs.map(signEvent),
  };
}

/** The findings of one agency's year with their states, history, returns and sign-off. A plain function of what is kept; `userId` is who asks. */
export function reportFindings(
  kept: KeptFindings,
  agency: { id: string; name: string; kind: RosterKind },
  { userId, switchedOff }: { userId: string; switchedOff: readonly SwitchedOff[] },
): ReportFindings {
  const of = <One extends { agencyId: string }>(all: readonly One[]) => all.filter(({ agencyId }) => agencyId === agency.id);
  const history: AgencyHistory = {
    versions: of(kept.versions),
    findings: of(kept.findings).map((one) => (one.key === '' ? { ...one, key: findingKey(one.finding) } : one)),
    answers: of(kept.answers),
    opinions: of(kept.opinions),
  };
  const signOffs = of(kept.signOffs);
  const standing = history.versions.find(({ stands }) => stands) ?? history.versions.at(-1)!;
  const { version } = standing;
  const deeds = deedsOf(history);
  const current = [...history.findings.filter((one) => one.version === version), ...filingFindings(kept, agency.id, history, standing)];
  const filing = filingOf(version, history.versions);
  const isOfFiling = (one: { version: number }) => filingOf(one.version, history.versions) === filing;
  const stated = findingStatesOf({
    version: filing,
    standing: current,
    former: history.findings.filter((one) => one.version < version),
    deeds,
    switchedOff: new Set(switchedOff.map(({ check }) => check)),
  });
  const repeated = new Set([...of(kept.lastYear).map(({ check }) => check), ...filingChecksBroken(kept, agency.id)]);
  const views = stated.map((one) => viewOf(one, history, deeds, repeated));
  const inForce = history.opinions.filter(({ undoneAt }) => undoneAt === null);
  const handItems = inForce.filter(isOfFiling).flatMap(({ items }) => items.filter(({ key }) => key === null)).length;
  const open = openCounts(stated);
  const isOwn = history.versions.some((one) => isOfFiling(one) && one.receivedBy === userId);
  const signing = signingOf(kept, { stated, standing, handItems, signOffs, userId, isOwn });
  const print = createHash('sha256')
    .update(JSON.stringify(current.map(({ key, fingerprint }) => [key, fingerprint])))
    .digest('hex')
    .slice(0, 12);
  return {
    agencyId: agency.id,
    agencyName: agency.name,
    agencyKind: agency.kind,
    year: kept.year,
    version,
    receivedAt: standing.receivedAt.toISOString(),
    status: statusOf({
      receivedOn: standing.receivedAt.toISOString().slice(0, 10),
      isRead: true,
      openErrors: open.errors,
      openWarnings: open.warnings,
      isReturned: open.returned + handItems > 0,
      wasReturned: inForce.some((one) => !isOfFiling(one)),
      isSigned: signing.signed !== null,
      publication: kept.filings.get(agency.id)?.publication ?? 'none',
    }),
    revision: [
      version,
      history.answers.length,
      history.opinions.length,
      history.opinions.length - inForce.length,
      signOffs.length,
      print,
    ].join('.'),
    open,
    unclearCells: standing.unclearCells,
    findings: views.filter(({ state }) => state !== 'resolved'),
    resolved: views.filter(({ state }) => state === 'resolved'),
    opinions: history.opinions.map((one) => opinionView(one, agency.name, history.versions, switchedOff)).reverse(),
    signing,
  };
}

/** The last thing somebody did, for telling who was quicker. `key`: about this finding alone. */
export function lastDeed(
  { versions, answers, opinions, signOffs }: KeptFindings,
  key?: string,
): { byName: string | null; at: Date; deed: string } | undefined {
  const words = { explained: '说明了这个问题', waived: '豁免了这个问题', withdrawn: '撤回了对这个问题的说明或豁免' } as const;
  const about = (one: { key: string | null }) => key === undefined || one.key === key;
  const deeds = [
    ...answers.filter(about).map(({ kind, byName, at }) => ({ byName, at, deed: words[kind] })),
    ...opinions
      .filter(({ items }) => items.some(about))
      .flatMap(({ byName, at, undoneAt, undoneBy }) => [
        { byName, at, deed: '退回了这份报告' },
        ...(undoneAt ? [{ byName: undoneBy, at: undoneAt, deed: '撤回了对这份报告的退回' }] : []),
      ]),
    ...(key === undefined
      ? [
          ...signOffs.map(({ kind, byName, at }) => ({
            byName,
            at,
            deed: kind === 'signed' ? '核定了这份报告' : '撤回了对这份报告的核定',
          })),
          ...versions.map(({ receivedAt, receivedByName }) => ({ byName: receivedByName, at: receivedAt, deed: '导入了新的一版报告' })),
        ]
      : []),
  ];
  return deeds.sort((one, other) => one.at.getTime() - other.at.getTime()).at(-1);
}
