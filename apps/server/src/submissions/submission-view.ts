import type { Submission, SubmissionStatus } from '@mingshu/contracts';
import type { ReportReading } from '@mingshu/report-format';
import type { PreparedRoster } from '@mingshu/report-reader';
import type { DataSource } from 'typeorm';
import type { Scope } from '../identity/scope';
import { whoItMayBe } from './who-it-may-be';

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const columns = `
  s.id, s.batch_id as "batchId", s.file_name as "fileName", s.bytes, s.sha256, s.status, s.reason, s.sentence,
  s.agency_id as "agencyId", a.name as "agencyName", s.year, r.version, s.read_agency as "readAgency", s.read_year as "readYear",
  (select count(*)::int from finding f where f.county_id = r.county_id and f.report_id = r.id and f.severity = 'error') as "errorCount",
  g.unclear_count as "unclearCount", s.duplicate_of as "duplicateOf", s.archive_id as "archiveId", p.file_name as "archiveName", s.skipped, s.source,
  case when w.reading is null then null else jsonb_build_object('agency', w.reading->'agency', 'year', w.reading->'year', 'sections', w.reading->'sections', 'opening', w.reading->'opening') end as "waiting", ${iso('s.received_at')} as "receivedAt", ${iso('s.finished_at')} as "finishedAt"`;

/** What is known of the submissions `s` beside their rows. */
const around = `
  left join submission p on p.county_id = s.county_id and p.id = s.archive_id
  left join agency a on a.county_id = s.county_id and a.id = s.agency_id
  left join lateral (select v.county_id, v.id, v.version from report v where v.county_id = s.county_id and v.submission_id = s.id order by v.version desc limit 1) r on true
  left join reading g on g.county_id = r.county_id and g.report_id = r.id
  left join waiting_reading w on s.status = 'unassigned' and w.county_id = s.county_id and w.submission_id = s.id`;

export interface SubmissionsAsked {
  readonly batch?: string;
  readonly status?: SubmissionStatus;
  readonly year?: number;
  readonly ids?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Conditions and their values; a township sees what concerns its own agency, or what it handed in itself. */
function conditions(scope: Scope, { batch, status, year, ids }: SubmissionsAsked): { where: string; values: unknown[] } {
  const values: unknown[] = [scope.countyId];
  const parts = ['s.county_id = $1'];
  const add = (condition: string, value: unknown) => parts.push(condition.replaceAll('?', `$${values.push(value)}`));
  if (scope.agencyId) add(`(s.agency_id = ? or s.received_by = '${scope.userId}')`, scope.agencyId);
  if (batch !== undefined) add('s.batch_id = ?', isUuid(batch) ? batch : null);
  if (status !== undefined) add('s.status = ?', status);
  if (year !== undefined) add('s.year = ?', year);
  if (ids !== undefined) add('s.id = any(?::uuid[])', ids.filter(isUuid));
  return { where: parts.join(' and '), values };
}

type Row = Submission & { waiting: Pick<ReportReading, 'agency' | 'year' | 'sections' | 'opening'> | null };

/** Submissions as people see them, newest first; the page is cut before anything is looked up for it. With a roster, those that wait for a person say who they may be. */
export async function listSubmissions(
  database: Pick<DataSource, 'query'>,
  scope: Scope,
  asked: SubmissionsAsked,
  roster?: () => Promise<PreparedRoster>,
): Promise<Submission[]> {
  const { where, values } = conditions(scope, asked);
  const rows = await database.query<Row[]>(
    `with page as (select s.* from submission s where ${where} order by s.received_at desc, s.id desc limit ${asked.limit ?? 200} offset ${asked.offset ?? 0})
     select ${columns} from page s ${around} order by s.received_at desc, s.id desc`,
    values,
  );
  const prepared = roster && rows.some(({ waiting }) => waiting?.agency) ? await roster() : undefined;
  return rows.map(({ waiting, ...submission }) => ({
    ...submission,
    who: prepared && waiting?.agency ? whoItMayBe(waiting, submission.fileName, prepared) : null,
  }));
}

/** How many submissions stand at each status; every status is there. */
export async function countSubmissions(
  database: Pick<DataSource, 'query'>,
  scope: Scope,
  asked: SubmissionsAsked,
): Promise<Record<SubmissionStatus, number>> {
  const { where, values } = conditions(scope, asked);
  const rows = await database.query<{ status: SubmissionStatus; count: number }[]>(
    `select s.status, count(*)::int as count from submission s where ${where} group by s.status`,
    values,
  );
  const none = {
    received: 0,
    reading: 0,
    read: 0,
    unassigned: 0,
    not_a_report: 0,
    unreadable: 0,
    duplicate: 0,
    expanded: 0,
    quarantined: 0,
    discarded: 0,
  };
  return { ...none, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
}
