import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { DocumentReading, DocumentView, Unreadable } from '@mingshu/report-format';
import type { ArchiveContents } from '../archive/take-out';
import type { PageLinks } from '../links/page-links';
import { unreadable } from '../opening/refusals';
import type { PagePicture } from '../picture/page-picture';
import type { RosterRows } from '../roster-rows';
import type { PageImage } from '../view/view-document';
import type { Answer, ReadingAnswer, ReadingRequest } from './messages';

export interface ReaderPoolSettings {
  /** The built file a child runs: one call of `serveReadings`. */
  readonly childEntry: string;
  readonly size: number;
  /** Longest time for one document, in milliseconds. */
  readonly timeLimit?: number;
  /** Most memory of a child, in bytes of resident set. */
  readonly memoryLimit?: number;
}

export interface ReaderPool {
  read(document: { path: string; fileName?: string }): Promise<DocumentReading>;
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
  close(): Promise<void>;
}

type EndReason = 'time_limit' | 'memory_limit' | 'crashed';

const documentsPerChild = 200;
const pageSize = 4096;

/** Resident memory of another process in bytes; 0 where the system does not tell. */
async function residentMemory(pid: number): Promise<number> {
  try {
    return Number((await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')[1]) * pageSize;
  } catch {
    return 0;
  }
}

class Child {
  private readonly process: ChildProcess;
  private served = 0;
  private settle: ((answer: Answer | EndReason) => void) | undefined;

  constructor(private readonly settings: Required<ReaderPoolSettings>) {
    // A child inherits no settings: what it opens may not learn a password or an address.
    this.process = fork(settings.childEntry, [], {
      env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', MINGSHU_READING_CHILD: '1' },
      execArgv: ['--max-old-space-size=256'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.process.on('message', (message: ReadingAnswer) => this.settle?.('answer' in message ? message.answer : 'crashed'));
    this.process.on('exit', () => this.settle?.('crashed'));
    this.process.on('error', () => this.settle?.('crashed'));
  }

  get isSpent(): boolean {
    return (
      this.served >= documentsPerChild || this.process.exitCode !== null || this.process.signalCode !== null || !this.process.connected
    );
  }

  /** One document. A child that exceeds a limit is killed at once; the reason is the answer. */
  async ask(request: ReadingRequest): Promise<Answer | EndReason> {
    this.served += 1;
    const end = (reason: EndReason) => {
      this.kill();
      this.settle?.(reason);
    };
    const clock = setTimeout(() => end('time_limit'), this.settings.timeLimit);
    const watch = setInterval(async () => {
      if (this.process.pid && (await residentMemory(this.process.pid)) > this.settings.memoryLimit) end('memory_limit');
    }, 20);
    try {
      return await new Promise<Answer | EndReason>((resolve) => {
        this.settle = resolve;
        if (this.isGone) resolve('crashed');
        else this.process.send(request, (fault) => fault && resolve('crashed'));
      });
    } finally {
      this.settle = undefined;
      clearTimeout(clock);
      clearInterval(watch);
    }
  }

  private get isGone(): boolean {
    return this.process.exitCode !== null || !this.process.connected;
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }
}

/** Opens documents in child processes that can be killed. A document that hangs, explodes or crashes is answered as unreadable and its neighbours go on. */
export function createReaderPool({ timeLimit = 20_000, memoryLimit = 512 * 1024 * 1024, ...rest }: ReaderPoolSettings): ReaderPool {
  const settings = { ...rest, timeLimit, memoryLimit };
  const idle: Child[] = [];
  const busy = new Set<Child>();
  const waiting: (() => void)[] = [];
  let isClosed = false;

  const take = async (): Promise<Child> => {
    while (busy.size >= settings.size) await new Promise<void>((resolve) => waiting.push(resolve));
    const child = idle.pop() ?? new Child(settings);
    busy.add(child);
    return child;
  };

  const ask = async (request: ReadingRequest): Promise<Answer> => {
    if (isClosed) throw new Error('the reader pool is closed');
    const child = await take();
    const answer = await child.ask(request);
    busy.delete(child);
    if (typeof answer === 'string' || child.isSpent || isClosed) child.kill();
    else idle.push(child);
    waiting.shift()?.();
    return typeof answer === 'string' ? unreadable(answer) : answer;
  };

  return {
    read: ({ path, fileName }) => ask({ task: 'read', path, fileName }) as Promise<DocumentReading>,
    rows: ({ path }) => ask({ task: 'rows', path }) as Promise<RosterRows | Unreadable>,
    takeOut: ({ path, folder }) => ask({ task: 'take-out', path, folder }) as Promise<ArchiveContents | Unreadable>,
    links: ({ path, address }) => ask({ task: 'links', path, address }) as Promise<PageLinks | Unreadable>,
    picture: ({ path, page, dpi }) => ask({ task: 'picture', path, page, dpi }) as Promise<PagePicture | Unreadable>,
    view: ({ path }) => ask({ task: 'view', path }) as Promise<DocumentView>,
    page: ({ path, page, dpi }) => ask({ task: 'page', path, page, dpi }) as Promise<PageImage | Unreadable>,
    close: async () => {
      isClosed = true;
      for (const child of [...idle, ...busy]) child.kill();
      idle.length = 0;
    },
  };
}
