import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Unreadable } from '@mingshu/report-format';
import { kindByBytes } from '../opening/kind-by-bytes';
import { Refusal, refuse, unreadable } from '../opening/refusals';
import { contentOf, counter, entriesOf, openEntries, overlap } from './entries';
import { isArchive } from './is-archive';
import { memberName, whyNotTaken } from './member-name';

/** A file of an archive. `name` is its path in the archive, an inner archive's name in front; its bytes lie in the folder under `file`. */
export interface TakenMember {
  readonly name: string;
  readonly file: string;
}

/** What was taken out of an archive, in its order, and what was not, each with a Chinese reason. */
export interface ArchiveContents {
  readonly kind: 'archive';
  readonly members: readonly TakenMember[];
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
}

const limits = { entries: 1000, inflated: 200 * 1024 * 1024, member: 20 * 1024 * 1024, depth: 1 };
const tooMany = `压缩包里的文件超过 ${limits.entries} 个，没有展开。请只打包年度报告，或直接拖入文件夹。`;
const overlapping = '压缩包内部异常（同一段内容重复指向），出于安全没有展开。请让填报单位重新打包，或直接拖入文件夹。';
const faults = { damaged: '在压缩包中已损坏，请重新索要', suspect: '解压后异常庞大，没有取出' };

class Taking {
  readonly members: TakenMember[] = [];
  readonly skipped: { name: string; why: string }[] = [];
  private readonly grow = counter(limits.inflated);
  private entries = 0;

  constructor(private readonly folder: string) {}

  /** Takes every file of an archive; an archive in it once more, one within that no more. */
  async from(bytes: Uint8Array, within: string, depth: number): Promise<void> {
    const zip = await openEntries(bytes);
    if ((this.entries += zip.entryCount) > limits.entries) refuse('too_large', tooMany);
    const entries = await entriesOf(zip, limits.entries + 1);
    if (overlap(entries)) refuse('bomb', overlapping);
    for (const entry of entries) {
      const name = within + memberName(entry);
      if (name.endsWith('/')) continue;
      const why = whyNotTaken(entry, name, limits.member);
      if (why) {
        this.skipped.push({ name, why });
        continue;
      }
      const content = await contentOf(zip, entry, this.grow);
      if (typeof content === 'string') this.skipped.push({ name, why: faults[content] });
      else await this.keep(content, name, depth);
    }
  }

  private async keep(content: Buffer, name: string, depth: number): Promise<void> {
    if (kindByBytes(content) === 'zip' && (await isArchive(content))) {
      if (depth >= limits.depth) this.skipped.push({ name, why: '压缩包嵌套过深，请解开后单独导入' });
      else await this.from(content, `${name}/`, depth + 1);
      return;
    }
    const file = String(this.members.length);
    await writeFile(join(this.folder, file), content);
    this.members.push({ name, file });
  }
}

/** Takes the files of a zip out into a folder, under names of our own: no path of the archive is ever followed. Inflated bytes, entries and nesting are counted. */
export async function takeOut(bytes: Uint8Array, folder: string): Promise<ArchiveContents | Unreadable> {
  const taking = new Taking(folder);
  try {
    await taking.from(bytes, '', 0);
  } catch (error) {
    return error instanceof Refusal
      ? error.answer
      : unreadable('damaged', '压缩包已损坏，不能完整展开。请重新索要，或解压后直接拖入文件夹。');
  }
  const { members, skipped } = taking;
  const isLocked = members.length === 0 && skipped.some(({ why }) => why.startsWith('设有密码'));
  if (isLocked) return unreadable('password', '压缩包设有密码。请解压后把其中的文件直接拖入，或取消密码后重新打包。');
  return { kind: 'archive', members, skipped };
}
