import { readFile } from 'node:fs/promises';
import { takeOut } from '../archive/take-out';
import { pageLinks } from '../links/page-links';
import { pagePicture } from '../picture/page-picture';
import { readDocument } from '../read-document';
import { readRosterRows } from '../roster-rows';
import { pageImage, viewDocument } from '../view/view-document';
import type { Answer, ReadingAnswer, ReadingRequest } from './messages';

async function answerTo(request: ReadingRequest): Promise<Answer> {
  const bytes = await readFile(request.path);
  switch (request.task) {
    case 'read':
      return readDocument(bytes, request.fileName);
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
      reply({ answer: await answerTo(request) });
    } catch (error) {
      reply({ fault: error instanceof Error ? error.message : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => process.exit(0));
}
