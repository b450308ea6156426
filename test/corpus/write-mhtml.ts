import type { DrawnReport } from './drawn-report';
import { htmlStyles, writeHtml } from './write-html';
import { encoded } from './write-text';

const quotedPrintable = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte) =>
      byte === 0x3d || byte > 126 || (byte < 32 && byte !== 10 && byte !== 13)
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replaceAll(/((?:=[0-9A-F]{2}|[^=\n]){70})(?=.)/g, '$1=\r\n');

/** The report as a page saved whole: by Word (GBK, quoted-printable, inside two layers), or by a browser (UTF-8, base64). */
export function writeMhtml(report: DrawnReport, by: 'word' | 'browser'): Uint8Array {
  const isWord = by === 'word';
  const page = writeHtml(report, htmlStyles[isWord ? 'word-paste' : 'site-template']);
  const bytes = isWord ? encoded(page.replace('utf-8', 'gb2312'), 'gb18030') : new TextEncoder().encode(page);
  const body = isWord
    ? quotedPrintable(bytes)
    : Buffer.from(bytes)
        .toString('base64')
        .replaceAll(/(.{76})/g, '$1\r\n');
  const part = `Content-Location: file:///C:/report.htm\r\nContent-Transfer-Encoding: ${isWord ? 'quoted-printable' : 'base64'}\r\nContent-Type: text/html; charset="${isWord ? 'gb2312' : 'utf-8'}"\r\n\r\n${body}\r\n`;
  const picture = 'Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw=\r\n';
  const whole = `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_Part_1"\r\n\r\nThis is a page saved whole.\r\n\r\n------=_Part_1\r\n${part}\r\n------=_Part_1\r\n${picture}\r\n------=_Part_1--\r\n`;
  return new TextEncoder().encode(whole);
}
