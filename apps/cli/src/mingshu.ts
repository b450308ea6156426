import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createReaderPool } from '@mingshu/report-reader';
import { checkFiles } from './check-files';
import { filesOf, Misuse, readFiles, type ReadFile } from './files';
import { jsonLine } from './json-line';
import { findingsText, readingText } from './plain-text';
import { sumFiles } from './sum-folder';

const usage = `用法：
  mingshu read  文件… [--json]                 识读年度报告
  mingshu check 文件… [--json]                 识读并校验；同一单位多个年度互为上年
  mingshu sum   文件夹 -o 汇总.xlsx [--json]     汇总文件夹里的全部报告
退出码：0 没有错误；1 校验发现错误；2 有文件无法读取或用法有误`;

export interface Surroundings {
  /** Folder that relative names start from. */
  readonly folder: string;
  readonly print?: (text: string) => void;
  readonly complain?: (text: string) => void;
  /** The built child entry; beside this file unless told otherwise. */
  readonly childEntry?: string;
}

const isUnread = ({ reading }: ReadFile) => reading.kind !== 'report';

/** The command line: reads, checks or sums documents offline. @returns the exit code: 0 clean, 1 findings of severity error, 2 unreadable or misused. */
export async function run(
  words: readonly string[],
  {
    folder,
    print = (text) => process.stdout.write(`${text}\n`),
    complain = (text) => process.stderr.write(`${text}\n`),
    childEntry,
  }: Surroundings,
): Promise<number> {
  let asked;
  try {
    asked = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, output: { type: 'string', short: 'o' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch {
    complain(usage);
    return 2;
  }
  const { values, positionals } = asked;
  const [command, ...names] = positionals;
  if (values.help) {
    print(usage);
    return 0;
  }
  const isKnown = command === 'read' || command === 'check' || (command === 'sum' && values.output !== undefined);
  if (!isKnown || names.length === 0) {
    complain(usage);
    return 2;
  }
  const pool = createReaderPool({
    childEntry: childEntry ?? fileURLToPath(new URL('./reading-child.js', import.meta.url)),
    size: Math.max(1, availableParallelism()),
    scans: {},
  });
  try {
    const paths = await filesOf(names, folder);
    if (paths.length === 0) throw new Misuse('文件夹里没有文件。');
    const files = await readFiles(pool, paths, folder);
    const unread = files.some(isUnread) ? 2 : 0;
    if (command === 'read') {
      files.forEach((file) => print(values.json ? jsonLine(file) : readingText(file)));
      return unread;
    }
    const checked = checkFiles(files);
    if (command === 'check')
      checked.forEach((file) =>
        print(
          values.json ? jsonLine(file, file.findings) : isUnread(file) ? readingText(file) : `${readingText(file)}\n${findingsText(file)}`,
        ),
      );
    else {
      const { workbook, leftOut, years } = await sumFiles(checked);
      await writeFile(resolve(folder, values.output!), workbook);
      const leftOutText = leftOut.map(({ file, why }) => `未计入：${file}：${why}`);
      if (values.json) {
        checked.forEach((file) => print(jsonLine(file, file.findings)));
        leftOutText.forEach(complain);
      } else {
        years.forEach(({ year, reports }) => print(`${year} 年度：汇总 ${reports.length} 份`));
        leftOutText.forEach((text) => print(text));
        print(`已写入 ${values.output}`);
      }
    }
    const hasErrors = checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
    return unread || (hasErrors ? 1 : 0);
  } catch (error) {
    if (!(error instanceof Misuse) && !(error instanceof Error && 'code' in error)) throw error;
    complain(error.message);
    return 2;
  } finally {
    await pool.close();
  }
}
