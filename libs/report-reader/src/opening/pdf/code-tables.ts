import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCodeTable, writeCodeTable, type CodeTable } from './code-table';

type Folder = 'cMapUrl' | 'standardFontDataUrl';

/** Tables to characters read by this process, by their path; whole files where they lead to text. */
const tables = new Map<string, Promise<CodeTable | Uint8Array<ArrayBuffer>>>();
const noTable = Uint8Array.of(0);

/**
 * The tables pdf.js asks for where fonts are named and not embedded. A table has 30,000 codes, a report prints some hundred of them, and the library spreads
 * a table out three times for every document. So it is first given tables without codes, and where it asked for any, those of the codes that it then printed.
 */
export class CodeTables {
  areAsked = false;
  /** What the document prints, once that is known. */
  codes: ReadonlySet<number> | undefined;

  /** The folders of the library's files. */
  constructor(readonly folders: Readonly<Record<Folder, string>>) {}

  /** What pdf.js makes its reader of files from. */
  get BinaryDataFactory(): object {
    const fetch = ({ kind, filename }: { kind: Folder; filename: string }) => this.file(join(this.folders[kind], filename));
    return class {
      readonly fetch = fetch;
    };
  }

  private async file(path: string): Promise<Uint8Array> {
    const whole = async () => new Uint8Array(await readFile(path));
    if (!path.endsWith('.bcmap')) return whole();
    this.areAsked = true;
    if (!tables.has(path))
      tables.set(
        path,
        whole().then((bytes) => readCodeTable(bytes) ?? bytes),
      );
    const table = (await tables.get(path))!;
    // A table to text is given as it is: its codes are characters, and a file may have a table to these of its own. Copied, as the library takes it away.
    if ('characters' in table) return writeCodeTable(table, this.codes ?? []);
    return (this.codes ? table : noTable).slice();
  }
}
