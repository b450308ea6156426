import { Inject, Injectable } from '@nestjs/common';
import type { ManualEntry, Submission } from '@mingshu/contracts';
import type { DocumentView } from '@mingshu/report-format';
import type { PageImage, ReaderPool } from '@mingshu/report-reader';
import { DataSource } from 'typeorm';
import { AgenciesService } from '../agencies/agencies.service';
import { READERS } from '../config/provided';
import { SubmissionEntity } from '../database/entities';
import { DocumentStore } from '../documents/document-store';
import { agencyNotFound, AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { CorrectionsService } from '../reports/corrections.service';
import { SubmissionsService } from './submissions.service';

/** Originals as they are shown: every one is opened in a reading child, never in the program that answers. */
@Injectable()
export class OriginalsService {
  constructor(
    private readonly database: DataSource,
    private readonly submissions: SubmissionsService,
    private readonly corrections: CorrectionsService,
    private readonly agencies: AgenciesService,
    private readonly documents: DocumentStore,
    @Inject(READERS) private readonly readers: ReaderPool,
  ) {}

  /** @throws AppError submission-not-found, also for what the asker may not see; original-not-found. */
  async view(scope: Scope, id: string): Promise<DocumentView> {
    const { sha256 } = await this.submissions.original(scope, id);
    return this.readers.view({ path: this.documents.path(sha256) });
  }

  /** One page as an image, 48 to 200 dots an inch. @throws AppError as `view`; not-found where the document has no such page. */
  async page(scope: Scope, id: string, page: number, dpi: number): Promise<PageImage> {
    const { sha256 } = await this.submissions.original(scope, id);
    const image = await this.readers.page({ path: this.documents.path(sha256), page, dpi: Math.min(200, Math.max(48, dpi)) });
    if (image.kind !== 'page-image') throw new AppError('not-found', 404, { sentence: image.sentence });
    return image;
  }

  /** A person types the report of a document that could not be read. @throws AppError submission-not-assignable where a report was read from it meanwhile. */
  async enter(scope: Scope, id: string, entry: ManualEntry): Promise<Submission> {
    await this.submissions.one(scope, id);
    const agency = (await this.agencies.all({ countyId: scope.countyId, agencyId: null })).find((one) => one.id === entry.agencyId);
    if (!agency) throw agencyNotFound(entry.agencyId);
    const submission = await this.database.getRepository(SubmissionEntity).findOneByOrFail({ countyId: scope.countyId, id });
    const sentence = `由人工录入${agency.name} ${entry.year} 年度报告。`;
    const isEntered = await this.corrections.enter(scope, submission, entry, sentence);
    if (!isEntered) throw new AppError('submission-not-assignable', 409, { status: submission.status });
    return this.submissions.one(scope, id);
  }
}
