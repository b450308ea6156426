import { readFile } from 'node:fs/promises';
import { takeOut } from '../archive/take-out';
import { pageLinks } from '../links/page-links';
import { pagePicture } from '../picture/page-picture';
import { readDocument } from '../read-document';
import { readRosterRows } from '../roster-rows';
import { recogniser } from '../scan/recogniser';
import { pageImage, viewDocument } from '../view/view-document';
import type { Answer, ReadingAnswer, ReadingRequest } from './messages';

/** Reads a document with pages that are pictures, or says that they stay unread where what reads them does not run here. */
async function readScan({ path, fileName }: Extract<ReadingRequest, { task: 'scan' }>, onPage: () => void): Promise<Answer> {
  const [bytes, model] = await Promise.all([readFile(path), recogniser()]);
  return readDocument(bytes, fileName, model ? { model, onPage } : 'none');
}

async function answerTo(request: ReadingRequest, onPage: () => void): Promise<Answer> {
  if (request.task === 'scan') return readScan(request, onPage);
  const bytes = await readFile(request.path);
  switch (request.task) {
    case 'read':
      return readDocument(bytes, request.fileName, request.leavesScans ? 'later' : 'none');
    case 'rows':
      return readRosterRows(bytes);
    case 'links':
      return pageLinks(bytes, request.address);
    case 'take-out':
      return takeOut(bytes, request.folder);
    case 'view':
      return viewDocument(bytes);
    case 'page':
      return pageImage(bytes, request.page, request.dpi);
    case 'picture':
      return pagePicture(bytes, request.page, request.dpi);
  }
}

/** What a child process does: reads what it is asked to, one document at a time, and ends with its parent. */
export function serveReadings(): void {
  process.on('message', async (request: ReadingRequest) => {
    const reply = (answer: ReadingAnswer) => process.send?.(answer);
    try {
      let page = 0;
      reply({ answer: await answerTo(request, () => reply({ page: (page += 1) })) });
    } catch (error) {
      reply({ fault: error instanceof Error ? error.message : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => process.exit(0));
}
