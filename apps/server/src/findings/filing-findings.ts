import type { YearFindings } from '@mingshu/contracts';
import { findingFingerprint, findingKey, type CheckId, type Return } from '@mingshu/report-checks';
import { judgeFiling } from '../filings/judge-filing';
import type { AgencyHistory } from './finding-events';
import type { KeptFinding, KeptFindings, KeptVersion } from './kept-findings';
import { isFiled } from './opinion-view';

const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The returns of a report with the day each was answered by a newer filing of the agency. */
export const returnsOf = ({ opinions, versions }: Pick<AgencyHistory, 'opinions' | 'versions'>): Return[] =>
  opinions
    .filter(({ undoneAt }) => undoneAt === null)
    .map(({ version, at, dueOn, returnedOn }) => {
      const next = versions.find((one) => one.version > version && isFiled(one));
      return {
        returnedOn: returnedOn ?? chinaDay.format(at),
        correctBy: dueOn,
        correctedOn: next ? chinaDay.format(next.receivedAt) : null,
      };
    });

/** What the rules on dates and publication say today, as findings of the version that stands. Kept nowhere, since today is part of the question. */
export function filingFindings(
  kept: Pick<KeptFindings, 'filings' | 'settings' | 'today' | 'year'>,
  agencyId: string,
  history: Pick<AgencyHistory, 'opinions' | 'versions'>,
  { version, stands }: Pick<KeptVersion, 'version' | 'stands'>,
): KeptFinding[] {
  const filing = kept.filings.get(agencyId);
  if (!filing) return [];
  const { year, today, settings } = kept;
  const { findings } = judgeFiling(filing, { year, today, returns: returnsOf(history) }, settings);
  return findings.map((finding) => ({
    ...{ agencyId, version, stands, finding },
    key: findingKey(finding),
    fingerprint: findingFingerprint(finding, filing.filed?.figures ?? {}),
  }));
}

/** What the rules on dates say today of agencies that owe a report and have handed none in, in the order of the roster. */
export function outstandingFindings(
  kept: Pick<KeptFindings, 'filings' | 'lastFilings' | 'settings' | 'today' | 'year'>,
): YearFindings['outstanding'] {
  const { year, today, settings } = kept;
  return [...kept.filings.values()]
    .filter(({ owes, arrivedOn }) => owes && arrivedOn === null)
    .flatMap((filing) =>
      judgeFiling(filing, { year, today, returns: [] }, settings).findings.map((finding) => ({
        agencyId: filing.agencyId,
        agencyName: filing.agencyName,
        finding,
        isRepeated: filingChecksBroken(kept, filing.agencyId).includes(finding.check),
      })),
    );
}

/** The rules on dates and publication that were broken the year before. */
export function filingChecksBroken(kept: Pick<KeptFindings, 'lastFilings' | 'settings' | 'today' | 'year'>, agencyId: string): CheckId[] {
  const filing = kept.lastFilings.get(agencyId);
  if (!filing) return [];
  const { findings } = judgeFiling(filing, { year: kept.year - 1, today: kept.today, returns: [] }, kept.settings);
  return findings.map(({ check }) => check);
}
