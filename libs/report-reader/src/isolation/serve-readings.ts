import { readFile } from 'node:fs/promises';
import { readDocument } from '../read-document';
import { readRosterRows } from '../roster-rows';
import type { ReadingAnswer, ReadingRequest } from './messages';

/** What a child process does: reads what it is asked to, one document at a time, and ends with its parent. */
export function serveReadings(): void {
  process.on('message', async ({ task, path, fileName }: ReadingRequest) => {
    const reply = (answer: ReadingAnswer) => process.send?.(answer);
    try {
      const bytes = await readFile(path);
      reply({ answer: task === 'read' ? await readDocument(bytes, fileName) : await readRosterRows(bytes) });
    } catch (error) {
      reply({ fault: error instanceof Error ? error.message : String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => process.exit(0));
}
