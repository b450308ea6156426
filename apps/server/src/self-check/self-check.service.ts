import { Inject, Injectable } from '@nestjs/common';
import type { SelfCheckAnswer, SelfCheckRefusal, SelfCheckRule, SelfCheckSheet } from '@mingshu/contracts';
import { whoReports, yearInPath, type ReaderPool } from '@mingshu/report-reader';
import type { ReportReading } from '@mingshu/report-format';
import { writeAnnotatedDocx } from '@mingshu/report-writer';
import { DataSource } from 'typeorm';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { CurrentCounty } from '../config/current-county';
import { READERS } from '../config/provided';
import { CountyEntity } from '../database/entities';
import type { PassingDocument } from '../documents/passing-document';
import { AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { RulesService } from '../rules/rules.service';
import { oneAtATime } from './one-at-a-time';
import { publicLastYear } from './public-last-year';
import { annotatedReport, selfCheckSheet } from './self-check-sheet';

const mostWaiting = 6;
const scanned =
  '这是扫描件或图片，自查不识别（识别一页要几秒到几十秒，会耽误县里收件）。请用打印、盖章之前的 Word、WPS、Excel 文件，或由它导出的 PDF 自查；只有扫描件的，请直接报送，县里收到后识别。';
const bundled = '这是压缩包。请先解压，再把里面的年度报告拖进来，每次自查一个文件。';

/** Checks a file for someone without an account. The file is read in a child process and kept nowhere; nothing is written to the database. */
@Injectable()
export class SelfCheckService {
  private readonly inTurn = oneAtATime(mostWaiting);

  constructor(
    private readonly database: DataSource,
    private readonly current: CurrentCounty,
    private readonly agencies: AgenciesService,
    private readonly rules: RulesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(READERS) private readonly readers: ReaderPool,
  ) {}

  async rule(): Promise<SelfCheckRule> {
    const { selfCheckOn, name } = await this.database.getRepository(CountyEntity).findOneByOrFail({ id: this.current.id });
    return { isOn: selfCheckOn, countyName: name };
  }

  async saveRule(scope: Scope, isOn: boolean): Promise<SelfCheckRule> {
    await this.database.transaction(async (transaction) => {
      await transaction.update(CountyEntity, { id: scope.countyId }, { selfCheckOn: isOn });
      await this.audit.write(transaction, scope, 'save-self-check', { isOn });
    });
    return this.rule();
  }

  /** `named` is the year a person chose, for a file that does not say its own. @throws AppError busy where too many wait. */
  async check(document: PassingDocument & { path: string }, named: number | null): Promise<SelfCheckAnswer> {
    const checked = await this.checked(document, named);
    return 'reading' in checked ? checked.sheet : checked;
  }

  /** The same as a document with every finding at its place. @throws AppError busy; not-checkable with the reason. */
  async annotated(document: PassingDocument & { path: string }, named: number | null): Promise<Uint8Array> {
    const checked = await this.checked(document, named);
    if (!('reading' in checked)) throw new AppError('not-checkable', 422, { sentence: checked.sentence });
    return writeAnnotatedDocx(annotatedReport(checked.reading, checked.sheet));
  }

  private async checked(
    { fileName, path }: PassingDocument & { path: string },
    named: number | null,
  ): Promise<SelfCheckRefusal | { readonly reading: ReportReading; readonly sheet: SelfCheckSheet }> {
    const reading = await this.inTurn(() => this.readers.read({ path, fileName, leavesScans: true }));
    const refused = (sentence: string, needsYear = false) => ({ kind: 'refused' as const, fileName, sentence, needsYear });
    if (reading.kind === 'unreadable')
      return refused(reading.reason === 'scanned' ? scanned : reading.reason === 'archive' ? bundled : reading.sentence);
    if (reading.kind === 'not-a-report') return refused(reading.sentence);
    const year = named ?? reading.year.value ?? yearInPath(fileName);
    if (year === null) return refused('文件里没有读出是哪个年度。请在上面选择年度后再查一次。', true);
    return { reading, sheet: await this.sheet(reading, fileName, year) };
  }

  private async sheet(reading: ReportReading, fileName: string, year: number): Promise<SelfCheckSheet> {
    const countyId = this.current.id;
    const [roster, agencies, { settings }, { countyName }] = await Promise.all([
      this.agencies.prepared(countyId),
      this.agencies.all({ countyId, agencyId: null }),
      this.rules.inForce(this.database.manager, countyId),
      this.rule(),
    ]);
    const match = whoReports(reading.agency, { path: fileName, year }, roster);
    const own = match.kind === 'matched' ? agencies.find(({ id }) => id === match.agencyId) : undefined;
    const before = own
      ? await publicLastYear(this.database.manager, countyId, { agencyId: own.id, year })
      : { why: '没有用上年数据核对：上年结转、存量衔接等项目没有查。' };
    return selfCheckSheet(reading, {
      fileName,
      year,
      agency: own && { name: own.name, kind: own.kind, county: countyName, aliases: own.aliases },
      otherAgencies: agencies.filter((agency) => agency !== own).flatMap(({ name, aliases }) => [name, ...aliases]),
      settings,
      before,
      at: this.clock.now(),
    });
  }
}
