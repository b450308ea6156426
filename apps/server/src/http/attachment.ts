import { StreamableFile } from '@nestjs/common';

const types: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
};

/** Bytes as a file to be saved under a Chinese name. */
export const attachment = (bytes: Uint8Array, fileName: string): StreamableFile =>
  new StreamableFile(bytes, {
    type: types[fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
