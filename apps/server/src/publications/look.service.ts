import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { ReaderPool } from '@mingshu/report-reader';
import type { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { AddressesService, type Fetched } from '../addresses/addresses.service';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { READERS } from '../config/provided';
import { PublicationEntity } from '../database/entities';
import { DocumentStore } from '../documents/document-store';
import { AppError } from '../http/app-error';
import { PUBLICATIONS } from '../queues/queues';
import { attachmentOf, hasFigures, seenIn } from './look-at-page';

/** A look that waits. */
export interface LookPlace {
  readonly countyId: string;
  readonly publicationId: string;
}

type Outcome = Partial<Pick<PublicationEntity, 'fileAddress' | 'fileName' | 'sha256' | 'printedOn' | 'printedAs' | 'published'>> &
  Pick<PublicationEntity, 'state' | 'sentence'>;

const mostCrashes = 3;

/** Looks at public pages in the background: fetches, reads, and keeps what was seen. Whether it is the accepted version is told whenever it is asked. */
@Injectable()
export class LookService {
  constructor(
    private readonly database: DataSource,
    private readonly addresses: AddressesService,
    private readonly agencies: AgenciesService,
    private readonly documents: DocumentStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(READERS) private readonly readers: ReaderPool,
    @InjectQueue(PUBLICATIONS) private readonly queue: Queue,
  ) {}

  /** Adds a job for every look that waits; twice is once. */
  async sweep(): Promise<void> {
    const waiting = await this.database.query<LookPlace[]>(
      `select county_id as "countyId", id as "publicationId" from publication where state = 'waiting' and withdrawn_at is null order by at limit 2000`,
    );
    if (waiting.length === 0) return;
    await this.queue
      .addBulk(waiting.map((data) => ({ name: 'look', data, opts: { jobId: `look-${data.publicationId}` } })))
      .catch(() => undefined);
  }

  /** One look. Run it twice and the second time changes nothing. */
  async look({ countyId, publicationId: id }: LookPlace): Promise<void> {
    const [rows] = await this.database.query<[{ startedCount: number }[], number]>(
      `update publication set started_count = started_count + 1 where county_id = $1 and id = $2 and state = 'waiting' and withdrawn_at is null
       returning started_count as "startedCount"`,
      [countyId, id],
    );
    const [begun] = rows;
    if (!begun) return;
    const row = await this.database.getRepository(PublicationEntity).findOneByOrFail({ countyId, id });
    const outcome: Outcome =
      begun.startedCount > mostCrashes
        ? { state: 'failed', sentence: '核对时程序多次中断，没有完成。请打开网页核对后人工登记。' }
        : row.how === 'fetched'
          ? await this.fetched(row)
          : await this.handed(row);
    await this.database.transaction(async (transaction) => {
      const { affected } = await transaction.update(PublicationEntity, { countyId, id, state: 'waiting' }, {
        ...outcome,
        seenAt: outcome.state === 'failed' ? null : this.clock.now(),
      } as never);
      if (affected !== 1) return;
      const { agencyId, year, address, byId: userId } = row;
      const { state, sentence, sha256, printedOn } = outcome;
      await this.audit.write(transaction, { countyId, userId }, 'see-publication', {
        id,
        agencyId,
        year,
        address,
        state,
        sentence,
        sha256,
        printedOn,
      });
    });
  }

  private async fetched(row: PublicationEntity): Promise<Outcome> {
    const rule = await this.addresses.rule(row);
    if (!rule.isOn) return { state: 'failed', sentence: '从网址读取已停用，没有取得网页。' };
    try {
      const page = await this.addresses.fetch(row.address, rule);
      return await this.readPage(
        row,
        page,
        (address) => this.addresses.isAllowed(address, rule),
        (address) => this.addresses.fetch(address, rule),
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { state: 'failed', sentence: String(error.details?.sentence ?? '没有取得网页。') };
    }
  }

  /** Reads a fetched page; where its tables stand in one attached file, that file in its place. */
  private async readPage(
    row: PublicationEntity,
    { kept, fileName, finalAddress }: Fetched,
    isAllowed: (address: string) => boolean,
    fetch: (address: string) => Promise<Fetched>,
  ): Promise<Outcome> {
    const path = this.documents.path(kept.sha256);
    const roster = await this.agencies.prepared(row.countyId);
    const [links, reading] = await Promise.all([
      this.readers.links({ path, address: finalAddress }),
      this.readers.read({ path, fileName }),
    ]);
    const date = links.kind === 'links' ? links.published : null;
    const common = { sha256: kept.sha256, fileName, printedOn: date?.day ?? null, printedAs: date?.printed ?? '' };
    const attachment = hasFigures(reading) || links.kind !== 'links' ? undefined : attachmentOf(links.attachments, isAllowed);
    if (typeof attachment === 'string') return { ...common, state: 'unread', sentence: attachment };
    if (!attachment) return { ...common, ...seenIn(reading, { ...row, fileName }, roster) };
    const file = await fetch(attachment.address);
    const inside = await this.readers.read({ path: this.documents.path(file.kept.sha256), fileName: file.fileName });
    return {
      ...common,
      ...{ fileAddress: file.finalAddress, fileName: file.fileName, sha256: file.kept.sha256 },
      ...seenIn(inside, { ...row, fileName: file.fileName }, roster),
    };
  }

  private async handed(row: PublicationEntity): Promise<Outcome> {
    const { sha256, fileName, countyId } = row;
    if (!sha256 || !this.documents.has(sha256)) return { state: 'unread', sentence: '登记时附的文件已不在存储中，没有比对。' };
    const name = fileName ?? '';
    const path = this.documents.path(sha256);
    const [links, reading] = await Promise.all([
      this.readers.links({ path, address: row.address }),
      this.readers.read({ path, fileName: name }),
    ]);
    const date = links.kind === 'links' ? links.published : null;
    const seen = seenIn(reading, { ...row, fileName: name }, await this.agencies.prepared(countyId));
    return { printedOn: date?.day ?? null, printedAs: date?.printed ?? '', ...seen };
  }
}
