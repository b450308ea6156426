import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { largestDocument, type ArchiveContents, type ReaderPool } from '@mingshu/report-reader';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { READERS } from '../config/provided';
import { SubmissionEntity } from '../database/entities';
import { documentName } from '../documents/document-name';
import { DocumentStore } from '../documents/document-store';
import { ReportsRepository } from '../reports/reports.repository';
import { SubmissionKeeper, type DocumentToKeep } from './submission-keeper';

const together = 50;

/** An archive handed in: each of its files becomes a submission of the same batch. Done twice, or begun anew after a crash, it doubles nothing. */
@Injectable()
export class ArchivesService {
  constructor(
    private readonly database: DataSource,
    private readonly documents: DocumentStore,
    private readonly reports: ReportsRepository,
    private readonly keeper: SubmissionKeeper,
    private readonly audit: AuditService,
    @Inject(READERS) private readonly readers: ReaderPool,
  ) {}

  /** The files are taken out in a child process into a folder of this attempt alone, kept portion by portion, and only then is the archive done. */
  async expand(archive: SubmissionEntity): Promise<void> {
    const { countyId, id } = archive;
    const scratch = await this.documents.scratch();
    try {
      const contents = await this.readers.takeOut({ path: this.documents.path(archive.sha256), folder: scratch.path });
      if (contents.kind === 'unreadable')
        return void (await this.reports.end(countyId, id, { status: 'unreadable', reason: contents.reason, sentence: contents.sentence }));
      const ids = await this.keepMembers(archive, contents, scratch.path);
      if (ids && (await this.reports.end(countyId, id, ending(contents))))
        await this.keeper.enqueue(
          ids.map((submissionId) => ({ countyId, submissionId })),
          'bulk',
        );
    } finally {
      await scratch.remove();
    }
  }

  /** @returns the ids of those kept by this attempt; `undefined` where the archive was meanwhile ended by someone else. */
  private async keepMembers(archive: SubmissionEntity, { members }: ArchiveContents, folder: string): Promise<string[] | undefined> {
    const { countyId, id, batchId, agencyId, year, receivedBy } = archive;
    const ids: string[] = [];
    for (let first = 0; first < members.length; first += together) {
      const portion: DocumentToKeep[] = [];
      for (const [at, { name, file }] of members.slice(first, first + together).entries()) {
        const kept = await this.documents.put(createReadStream(join(folder, file)), largestDocument);
        if (kept) portion.push({ fileName: documentName(name), ...kept, batchId, agencyId, year, archiveId: id, archivePlace: first + at });
      }
      const added = await this.keepPortion(
        { countyId, id, userId: receivedBy },
        portion,
        Math.min(first + together, members.length),
        members.length,
      );
      if (!added) return undefined;
      ids.push(...added);
    }
    return ids;
  }

  /** The archive's row is locked meanwhile, so that two attempts at once keep each file once. */
  private async keepPortion(
    { countyId, id, userId }: { countyId: string; id: string; userId: string | null },
    portion: readonly DocumentToKeep[],
    done: number,
    all: number,
  ): Promise<string[] | undefined> {
    return this.database.transaction(async (transaction) => {
      const fence = await transaction.query<[unknown[], number]>(
        `update submission set sentence = $3 where county_id = $1 and id = $2 and status in ('received', 'reading')`,
        [countyId, id, `正在展开压缩包：已取出 ${done} / ${all} 个文件。`],
      );
      if (fence[1] !== 1) return undefined;
      const rows = await transaction.query<{ place: number }[]>(
        'select archive_place as place from submission where county_id = $1 and archive_id = $2',
        [countyId, id],
      );
      const there = new Set(rows.map(({ place }) => place));
      const missing = portion.filter(({ archivePlace }) => !there.has(archivePlace!));
      if (missing.length === 0) return [];
      await this.audit.write(transaction, { countyId, userId }, 'take-out', {
        archiveId: id,
        fileNames: missing.map(({ fileName }) => fileName),
      });
      return this.keeper.keepTogether(transaction, { countyId, userId }, missing);
    });
  }
}

/** How an archive ends: expanded, or with nothing in it. */
function ending({ members, skipped }: ArchiveContents): Partial<SubmissionEntity> {
  const also = skipped.length > 0 ? `，跳过 ${skipped.length} 个` : '';
  if (members.length === 0)
    return {
      status: 'unreadable',
      reason: 'empty',
      skipped,
      sentence: `压缩包里没有可以导入的文件${also}。请核对后重新打包，或直接拖入文件夹。`,
    };
  return { status: 'expanded', reason: null, skipped, sentence: `已展开 ${members.length} 个文件${also}。` };
}
