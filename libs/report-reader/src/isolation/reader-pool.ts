import type { DocumentReading, DocumentView, Unreadable } from '@mingshu/report-format';
import type { ArchiveContents } from '../archive/take-out';
import type { PageLinks } from '../links/page-links';
import { unreadable } from '../opening/refusals';
import type { PagePicture } from '../picture/page-picture';
import type { RosterRows } from '../roster-rows';
import { hasRecogniser } from '../scan/recogniser';
import type { PageImage } from '../view/view-document';
import { createLane, type LaneSettings } from './lane';

export interface ReaderPoolSettings {
  /** The built file a child runs: one call of `serveReadings`. */
  readonly childEntry: string;
  readonly size: number;
  /** Longest time for one document, in milliseconds. */
  readonly timeLimit?: number;
  /** Most memory of a child, in bytes of resident set. */
  readonly memoryLimit?: number;
  /** Limits for reading scans and pictures: time for one page, memory of the one child that does it. Absent: they are not read. */
  readonly scans?: { readonly timeLimit?: number; readonly memoryLimit?: number };
}

/** Whether scans and pictures are read: yes; switched off; the optional parts are not installed or do not run on this machine. */
export type ScansState = 'on' | 'off' | 'absent';

export interface ReaderPool {
  /** Reads a document. With `leavesScans` one whose pages are pictures comes back as scanned, to be read by `readScan` in its turn. */
  read(document: { path: string; fileName?: string; leavesScans?: boolean }): Promise<DocumentReading>;
  /** Reads a document whose pages are pictures; it waits until those before it are done. */
  readScan(document: { path: string; fileName?: string }): Promise<DocumentReading>;
  rows(document: { path: string }): Promise<RosterRows | Unreadable>;
  /** Takes the files of an archive out into a folder that exists and is empty. */
  takeOut(archive: { path: string; folder: string }): Promise<ArchiveContents | Unreadable>;
  /** What a page fetched from `address` links to. */
  links(page: { path: string; address: string }): Promise<PageLinks | Unreadable>;
  /** Page `page` (from 1) of a PDF or picture as PNG, at `dpi` dots an inch. */
  picture(asked: { path: string; page: number; dpi: number }): Promise<PagePicture | Unreadable>;
  /** The document as it can be shown beside its figures. */
  view(document: { path: string }): Promise<DocumentView>;
  /** Page `page` (from 1) as an image for a browser. */
  page(asked: { path: string; page: number; dpi: number }): Promise<PageImage | Unreadable>;
  readonly scans: ScansState;
  close(): Promise<void>;
}

const megabyte = 1024 * 1024;
const slowScan = '识别这份扫描件的一页超过规定时间，已停止。请对照原件手工录入，或让填报单位提供 Word（.docx）文件。';

/** The lane for scans: one child, started at the first scan, gone a while after the last, and behind everybody else for the processor. */
const scansLane = (childEntry: string, limits: NonNullable<ReaderPoolSettings['scans']>): LaneSettings => ({
  childEntry,
  size: 1,
  timeLimit: limits.timeLimit ?? 60_000,
  memoryLimit: limits.memoryLimit ?? 700 * megabyte,
  idleLimit: 120_000,
  isPatient: true,
});

/**
 * Opens documents in child processes that can be killed. A document that hangs, explodes or crashes is answered as unreadable and its
 * neighbours go on. Scans are read one at a time in a child of their own, so that documents with text do not wait for them.
 */
export function createReaderPool({ timeLimit = 20_000, memoryLimit = 512 * megabyte, scans, ...rest }: ReaderPoolSettings): ReaderPool {
  const documents = createLane({ ...rest, timeLimit, memoryLimit });
  const pictures = scans && hasRecogniser() ? createLane(scansLane(rest.childEntry, scans)) : undefined;
  let state: ScansState = pictures ? 'on' : scans ? 'absent' : 'off';

  const readScan: ReaderPool['readScan'] = async ({ path, fileName }) => {
    if (!pictures || state !== 'on') return unreadable('scanned');
    const answer = (await pictures.ask({ task: 'scan', path, fileName })) as DocumentReading;
    if (answer.kind !== 'unreadable') return answer;
    if (answer.reason === 'scanned') state = 'absent';
    return answer.reason === 'time_limit' ? unreadable('time_limit', slowScan) : answer;
  };

  return {
    read: async ({ path, fileName, leavesScans = false }) => {
      const answer = (await documents.ask({ task: 'read', path, fileName, leavesScans: state === 'on' })) as DocumentReading;
      const isScan = answer.kind === 'unreadable' && answer.reason === 'scanned';
      return isScan && !leavesScans && state === 'on' ? readScan({ path, fileName }) : answer;
    },
    readScan,
    rows: ({ path }) => documents.ask({ task: 'rows', path }) as Promise<RosterRows | Unreadable>,
    takeOut: ({ path, folder }) => documents.ask({ task: 'take-out', path, folder }) as Promise<ArchiveContents | Unreadable>,
    links: ({ path, address }) => documents.ask({ task: 'links', path, address }) as Promise<PageLinks | Unreadable>,
    picture: ({ path, page, dpi }) => documents.ask({ task: 'picture', path, page, dpi }) as Promise<PagePicture | Unreadable>,
    view: ({ path }) => documents.ask({ task: 'view', path }) as Promise<DocumentView>,
    page: ({ path, page, dpi }) => documents.ask({ task: 'page', path, page, dpi }) as Promise<PageImage | Unreadable>,
    get scans() {
      return state;
    },
    close: async () => {
      documents.close();
      pictures?.close();
    },
  };
}
