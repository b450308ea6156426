import type {
  Acceptance,
  EditionId,
  Extension,
  Figures,
  FigureReading,
  CellCode,
  Remark,
  ReportReading,
  RosterKind,
  DocumentReading,
  ReadingDifference,
  Settlements,
  VersionOrigin,
} from '@mingshu/report-format';
import type { CheckId, Finding, PublishedReport, Scope as CountyScope, Severity, TextSketch } from '@mingshu/report-checks';
import type { Role, SkippedMember, SubmissionSource, SubmissionStatus, Rereading, RereadState } from '@mingshu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The county this installation serves. */
@Entity('county')
export class CountyEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** Whether what it holds is sample data: `loading` while it is being handed in. */
  @Column('text') sample!: 'absent' | 'loading' | 'present';
  @Column('int', { name: 'sample_total' }) sampleTotal!: number;
  /** Whether someone who handed a report in may sign it off while another could: refused, or only warned of. */
  @Column('text', { name: 'own_sign_off', default: 'refuse' }) ownSignOff!: 'refuse' | 'warn';
  /** Whether anyone in reach may have a file checked without an account. */
  @Column('boolean', { name: 'self_check_on', default: true }) selfCheckOn!: boolean;
}

/** A reporting agency, or under the county's own id the county itself. `firstYear` and `lastYear` bound the fiscal years for which it owes a report. */
@Entity('agency')
@Index('agency_code', ['countyId', 'code'], { unique: true })
export class AgencyEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') kind!: RosterKind;
  @Column('text', { array: true }) aliases!: string[];
  @Column('int', { name: 'first_year', nullable: true }) firstYear!: number | null;
  @Column('int', { name: 'last_year', nullable: true }) lastYear!: number | null;
  /** Place in lists: the order of the roster file. */
  @Column('int') position!: number;
  /** A category of the county's own, for dates and subtotals; `null`: the kind. */
  @Column('text', { nullable: true }) category!: string | null;
  @Column('text', { name: 'contact_name', default: '' }) contactName!: string;
  @Column('text', { name: 'contact_phone', default: '' }) contactPhone!: string;
}

/** One agency that another came from. All of one agency are recorded together; what was recorded before stands in the audit trail. */
@Entity('agency_predecessor')
@Index('agency_predecessor_of', ['countyId', 'predecessorId'])
export class AgencyPredecessorEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'predecessor_id' }) predecessorId!: string;
  /** First fiscal year for which the agency itself reports. */
  @Column('int', { name: 'since_year' }) sinceYear!: number;
  @Column('text') kind!: 'merged' | 'renamed' | 'split';
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
}

/** One reporting year with its dates. */
@Entity('round')
export class RoundEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('int') year!: number;
  @Column('date', { name: 'on_time_by' }) onTimeBy!: string;
  @Column('date', { name: 'closes_on' }) closesOn!: string;
  /** By when reports must be public; `null`: the regulation's day. */
  @Column('date', { name: 'publish_by', nullable: true }) publishBy!: string | null;
  /** Who said when that the roster of the year is right. */
  @Column('text', { name: 'confirmed_by', nullable: true }) confirmedBy!: string | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  /** Whose figures the county's own report of the year says it holds (口径). */
  @Column('text', { name: 'county_scope', default: '全县' }) countyScope!: CountyScope;
}

/** Dates of one category in a year. */
@Entity('round_category')
export class RoundCategoryEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('int') year!: number;
  @PrimaryColumn('text') category!: string;
  @Column('date', { name: 'on_time_by' }) onTimeBy!: string;
  @Column('date', { name: 'closes_on' }) closesOn!: string;
  @Column('date', { name: 'publish_by', nullable: true }) publishBy!: string | null;
}

/** The day a report was handed in, as a person recorded it; `null`: the recorded day was taken back. Only ever added to; the last one counts. */
@Entity('hand_in_date')
@Index('hand_in_date_year', ['countyId', 'year', 'agencyId'])
export class HandInDateEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('int') year!: number;
  @Column('date', { name: 'handed_in_on', nullable: true }) handedInOn!: string | null;
  @Column('text') reason!: string;
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
}

/** The holidays of a year as a person entered them from the published notice. */
@Entity('holiday_year')
export class HolidayYearEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('int') year!: number;
  @Column('jsonb') holidays!: { name: string; from: string; to: string }[];
  @Column('text', { array: true }) worked!: string[];
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
}

/** An extension, an excuse, or the end of either, for one agency and year. Only ever added to; the last one counts. */
@Entity('filing_exception')
@Index('filing_exception_year', ['countyId', 'year', 'agencyId'])
export class FilingExceptionEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('int') year!: number;
  @Column('text') kind!: 'extended' | 'excused' | 'withdrawn';
  @Column('date', { nullable: true }) until!: string | null;
  @Column('text') reason!: string;
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
}

/** A 催报 that was sent, as a person recorded it. */
@Entity('reminder')
@Index('reminder_year', ['countyId', 'year', 'agencyId'])
export class ReminderEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('int') year!: number;
  @Column('text') text!: string;
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
}

/** One handing-in of a document. The row is the outbox of the queue: once it is there, nothing is lost. */
@Entity('submission')
@Index('submission_sha256', ['countyId', 'sha256'], { unique: true, where: `status not in ('duplicate', 'discarded')` })
@Index('submission_batch', ['countyId', 'batchId'])
export class SubmissionEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'batch_id' }) batchId!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('int') bytes!: number;
  @Column('text') sha256!: string;
  @Column('text') status!: SubmissionStatus;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') sentence!: string;
  /** Named by the person who handed in or assigned; else what matching found. */
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId!: string | null;
  @Column('int', { nullable: true }) year!: number | null;
  @Column('boolean', { name: 'is_assigned' }) isAssigned!: boolean;
  @Column('text', { name: 'read_agency', nullable: true }) readAgency!: string | null;
  @Column('int', { name: 'read_year', nullable: true }) readYear!: number | null;
  @Column('uuid', { name: 'duplicate_of', nullable: true }) duplicateOf!: string | null;
  /** For what came out of an archive: the archive's submission, and its place in it. */
  @Column('uuid', { name: 'archive_id', nullable: true }) archiveId!: string | null;
  @Column('int', { name: 'archive_place', nullable: true }) archivePlace!: number | null;
  /** For an archive: what was not taken out of it, and why. */
  @Column('jsonb', { nullable: true }) skipped!: readonly SkippedMember[] | null;
  /** For what was fetched from an address. */
  @Column('jsonb', { nullable: true }) source!: SubmissionSource | null;
  /** How often reading was begun; the third crash ends it. */
  @Column('int', { name: 'started_count' }) startedCount!: number;
  @Column('uuid', { name: 'received_by', nullable: true }) receivedBy!: string | null;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}

/** One version of what one agency reported for one year. Its figures never change; a correction is the next version. */
@Entity('report')
@Index('report_version', ['countyId', 'agencyId', 'year', 'version'], { unique: true })
@Index('report_stands', ['countyId', 'agencyId', 'year'], { unique: true, where: 'stands' })
@Index('report_submission', ['countyId', 'submissionId'])
export class ReportEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('int') year!: number;
  @Column('int') version!: number;
  /** Whether this version counts. */
  @Column('boolean') stands!: boolean;
  @Column('uuid', { name: 'submission_id' }) submissionId!: string;
  @Column('text') edition!: EditionId;
  /** Every cell of the edition: a number, or the word for why there is none. */
  @Column('jsonb') figures!: Figures;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  /** How this version came to be; by whom, when and why where a person made it. */
  @Column('text', { default: 'read' }) origin!: VersionOrigin;
  /** The version that taking this one back restores; `null` where there is none. */
  @Column('int', { name: 'based_on', nullable: true }) basedOn!: number | null;
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: string | null;
  @Column('timestamptz', { name: 'made_at', nullable: true }) madeAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  /** Which state of the county's rules its findings come from; `null`: judged before this was kept. */
  @Column('text', { name: 'judged_under', nullable: true }) judgedUnder!: string | null;
  /** Last year's reports it was held against when it was judged. */
  @Column('uuid', { name: 'judged_with', array: true, default: '{}' }) judgedWith!: string[];
}

/** How the figures of a report were come by. Screens about one report read it, sums never do. */
@Entity('reading')
export class ReadingEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid', { name: 'report_id' }) reportId!: string;
  @Column('text', { name: 'reader_version' }) readerVersion!: string;
  @Column('boolean', { name: 'edition_presumed' }) editionPresumed!: boolean;
  @Column('jsonb') figures!: Partial<Record<CellCode, FigureReading>>;
  @Column('jsonb', { name: 'agency_signs' }) agencySigns!: ReportReading['agency']['signs'];
  @Column('jsonb', { name: 'year_signs' }) yearSigns!: ReportReading['year']['signs'];
  @Column('jsonb') remarks!: readonly Remark[];
  @Column('jsonb') sections!: ReportReading['sections'];
  /** Title and introduction, and the headings as printed; `null` for readings of before these were kept. */
  @Column('text', { nullable: true }) opening!: string | null;
  @Column('jsonb', { nullable: true }) headings!: ReportReading['headings'] | null;
  @Column('int', { name: 'unclear_count' }) unclearCount!: number;
  /** What persons corrected or confirmed, by cell. */
  @Column('jsonb', { default: {} }) settlements!: Settlements;
  @Column('jsonb') extensions!: readonly Extension[];
  @Column('jsonb', { nullable: true }) acceptance!: Acceptance | null;
}

/** A reading that waits for a person to name agency or year. */
@Entity('waiting_reading')
export class WaitingReadingEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid', { name: 'submission_id' }) submissionId!: string;
  @Column('jsonb') reading!: DocumentReading;
}

/** A broken rule in a report, in the order of the form. */
@Entity('finding')
export class FindingEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid', { name: 'report_id' }) reportId!: string;
  @PrimaryColumn('int') place!: number;
  @Column('text') severity!: Finding['severity'];
  @Column('jsonb') finding!: Finding;
  /** Its name over all versions, and the figures and words it rests on. Empty where it was judged before these were kept. */
  @Column('text', { default: '' }) key!: string;
  @Column('text', { default: '' }) fingerprint!: string;
}

/** What one person said to one finding, for the figures of `fingerprint`. Only ever added to; the last one for a key counts. */
@Entity('finding_answer')
@Index('finding_answer_report', ['countyId', 'year', 'agencyId'])
export class FindingAnswerEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('int') year!: number;
  @Column('int') version!: number;
  @Column('text') kind!: 'explained' | 'waived' | 'withdrawn';
  @Column('text') text!: string;
  @Column('text') key!: string;
  @Column('text') fingerprint!: string;
  /** The finding as it read then. */
  @Column('jsonb') finding!: Finding;
  @Column('uuid', { name: 'by_id' }) byId!: string;
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
}

/** One numbered point of an opinion. A point added by hand stands for no finding. */
export interface OpinionPoint {
  readonly text: string;
  readonly key: string | null;
  readonly fingerprint: string | null;
  readonly finding: Finding | null;
}

/** A return of one version with a numbered opinion. A newer version answers it. */
@Entity('opinion')
@Index('opinion_number', ['countyId', 'year', 'number'], { unique: true })
@Index('opinion_report', ['countyId', 'year', 'agencyId'])
export class OpinionEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('int') year!: number;
  /** Counted within the year; never given twice. */
  @Column('int') number!: number;
  @Column('int') version!: number;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  /** The day it was sent back, where that was before it was recorded here. */
  @Column('date', { name: 'returned_on', nullable: true }) returnedOn!: string | null;
  @Column('text') opening!: string;
  @Column('jsonb') items!: OpinionPoint[];
  @Column('uuid', { name: 'by_id' }) byId!: string;
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt!: Date | null;
  @Column('text', { name: 'undone_by', nullable: true }) undoneBy!: string | null;
  @Column('text', { name: 'undone_reason', nullable: true }) undoneReason!: string | null;
}

/** A version signed off, or the signature taken back with a reason. Only ever added to; the last one for a version counts. */
@Entity('sign_off')
@Index('sign_off_report', ['countyId', 'year', 'agencyId'])
export class SignOffEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('int') year!: number;
  @Column('int') version!: number;
  @Column('text') kind!: 'signed' | 'taken_back';
  @Column('text') text!: string;
  /** Signed by the person who handed the version in. */
  @Column('boolean', { name: 'is_own' }) isOwn!: boolean;
  @Column('uuid', { name: 'by_id' }) byId!: string;
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
}

/**
 * One look at where an agency's report of a year is public: fetched from its address, or recorded by a person with or without a file. Only ever added to, or
 * withdrawn; the last one that says anything counts.
 */
@Entity('publication')
@Index('publication_year', ['countyId', 'year', 'agencyId'])
@Index('publication_waiting', ['countyId', 'at'], { where: `state = 'waiting'` })
export class PublicationEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('int') year!: number;
  @Column('text') how!: 'fetched' | 'registered';
  /** `waiting` to be fetched or read; `read`; `unread`: seen, and no figures could be read; `failed`: not fetched; `stated`: without a file. */
  @Column('text') state!: 'waiting' | 'read' | 'unread' | 'failed' | 'stated';
  /** Looks that were asked for together. */
  @Column('uuid', { name: 'batch_id', nullable: true }) batchId!: string | null;
  @Column('text') address!: string;
  /** The attached file that was read in place of its page. */
  @Column('text', { name: 'file_address', nullable: true }) fileAddress!: string | null;
  @Column('text', { name: 'file_name', nullable: true }) fileName!: string | null;
  @Column('text', { nullable: true }) sha256!: string | null;
  /** The day of publication as the page prints it, and how. */
  @Column('date', { name: 'printed_on', nullable: true }) printedOn!: string | null;
  @Column('text', { name: 'printed_as' }) printedAs!: string;
  /** The day a person stated. */
  @Column('date', { name: 'stated_on', nullable: true }) statedOn!: string | null;
  @Column('text') note!: string;
  /** Chinese: what came of looking. */
  @Column('text') sentence!: string;
  @Column('jsonb', { nullable: true }) published!: PublishedReport | null;
  /** How often it was begun; the third crash ends it. */
  @Column('int', { name: 'started_count' }) startedCount!: number;
  /** `null`: looked at again by itself. */
  @Column('uuid', { name: 'by_id', nullable: true }) byId!: string | null;
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt!: Date | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('text', { name: 'withdrawn_by', nullable: true }) withdrawnBy!: string | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason!: string | null;
}

/** What a county decided about a rule. Only ever added to; the last one for a check counts. */
@Entity('rule_setting')
@Index('rule_setting_check', ['countyId', 'check'])
export class RuleSettingEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'check_id' }) check!: CheckId;
  @Column('boolean', { name: 'is_off' }) isOff!: boolean;
  /** `null`: as the register has it. */
  @Column('text', { nullable: true }) severity!: Severity | null;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'by_id' }) byId!: string;
  @Column('text', { name: 'by_name' }) byName!: string;
  @Column('timestamptz') at!: Date;
}

/** A sample of the words of a standing report, held against the others of its year. */
@Entity('text_sketch')
@Index('text_sketch_year', ['countyId', 'year'])
export class TextSketchEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('int') year!: number;
  @Column('uuid', { name: 'report_id' }) reportId!: string;
  @Column('jsonb') sketch!: TextSketch;
}

/** One reading anew of all documents, or those of one year, by the reader of that day. */
@Entity('rereading')
@Index('rereading_running', ['countyId'], { unique: true, where: `state = 'running'` })
export class RereadingEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('int', { nullable: true }) year!: number | null;
  @Column('text') state!: Rereading['state'];
  @Column('text', { name: 'reader_version' }) readerVersion!: string;
  @Column('uuid', { name: 'started_by' }) startedBy!: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}

/** A document of a reading anew: what it gave against what is stored, and the new reading where it differs. */
@Entity('reread_document')
export class RereadDocumentEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid', { name: 'rereading_id' }) rereadingId!: string;
  @PrimaryColumn('uuid', { name: 'submission_id' }) submissionId!: string;
  @Column('text') state!: RereadState;
  @Column('text') sentence!: string;
  /** How often it was begun; the third crash ends it. */
  @Column('int', { name: 'started_count' }) startedCount!: number;
  /** The version it was held against. */
  @Column('uuid', { name: 'report_id', nullable: true }) reportId!: string | null;
  @Column('jsonb') changes!: readonly ReadingDifference[];
  @Column('jsonb', { nullable: true }) reading!: ReportReading | null;
}

/** A person who may sign in. */
@Entity('app_user')
@Index('app_user_name', ['countyId', 'name'], { unique: true })
export class UserEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') role!: Role;
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId!: string | null;
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  @Column('boolean', { name: 'is_active', default: true }) isActive!: boolean;
  /** The password in force was given by somebody else. */
  @Column('boolean', { name: 'must_change_password', default: false }) mustChangePassword!: boolean;
  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true }) lastSignInAt!: Date | null;
}

/** A sign-in under way; the token itself is stored nowhere. */
@Entity('sign_in')
@Index('sign_in_token', ['countyId', 'tokenHash'], { unique: true })
export class SignInEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('timestamptz', { name: 'began_at' }) beganAt!: Date;
  /** Made with a password; the program's own hand-in of the sample county is not. */
  @Column('boolean', { name: 'by_password', default: true }) byPassword!: boolean;
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date;
}

/** Who did what when. Only ever added to. */
@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'user_id', nullable: true }) userId!: string | null;
  @Column('text') deed!: string;
  @Column('jsonb') details!: Record<string, unknown>;
}

/** Whether documents may be fetched from addresses, and from which hosts. */
@Entity('address_rule')
export class AddressRuleEntity {
  @PrimaryColumn('uuid', { name: 'county_id' }) countyId!: string;
  @Column('boolean', { name: 'is_on' }) isOn!: boolean;
  @Column('text', { array: true }) hosts!: string[];
}

export const entities = [
  CountyEntity,
  AgencyEntity,
  AgencyPredecessorEntity,
  RoundEntity,
  RoundCategoryEntity,
  HolidayYearEntity,
  FilingExceptionEntity,
  HandInDateEntity,
  ReminderEntity,
  SubmissionEntity,
  ReportEntity,
  ReadingEntity,
  WaitingReadingEntity,
  FindingEntity,
  FindingAnswerEntity,
  OpinionEntity,
  SignOffEntity,
  PublicationEntity,
  RuleSettingEntity,
  RereadingEntity,
  RereadDocumentEntity,
  UserEntity,
  SignInEntity,
  AuditEntryEntity,
  AddressRuleEntity,
  TextSketchEntity,
];
