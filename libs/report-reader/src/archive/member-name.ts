import yauzl from 'yauzl';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030');

/** The bytes of a name; undecoded, since the archive was opened so. */
export const rawName = ({ fileName }: yauzl.Entry): Buffer => fileName as unknown as Buffer;

/** Name of a member as whoever packed it wrote it: UTF-8 where it is valid UTF-8, else GB18030 as Chinese Windows writes it. Backslashes become slashes. */
export function memberName(entry: yauzl.Entry): string {
  const raw = rawName(entry);
  // A second, Unicode name beside the first one counts before everything else.
  const unicode = entry.extraFields.find(({ id, data }) => id === 0x7075 && data.length > 5 && data[0] === 1);
  const decoded = (bytes: Uint8Array) => {
    try {
      return utf8.decode(bytes);
    } catch {
      return gb18030.decode(bytes);
    }
  };
  return (unicode ? decoded(unicode.data.subarray(5)) : decoded(raw)).replaceAll('\\', '/');
}

const kindMask = 0xf000;
const symbolicLink = 0xa000;

/** Why a member is not taken out, as far as its entry tells; `undefined` where nothing speaks against it. */
export function whyNotTaken(entry: yauzl.Entry, name: string, mostBytes: number): string | undefined {
  const base = name.split('/').at(-1) ?? '';
  if (name.includes('\0') || yauzl.validateFileName(name) !== null) return '路径不安全，没有取出';
  if (((entry.externalFileAttributes >>> 16) & kindMask) === symbolicLink) return '是指向别处的链接，没有内容';
  if (/(?:^|\/)__MACOSX\//.test(name) || base.startsWith('._') || base === '.DS_Store') return '苹果电脑自动附带的文件';
  if (/^(?:thumbs\.db|desktop\.ini)$/i.test(base)) return 'Windows 自动附带的文件';
  if (/^(?:~\$|\.~)/.test(base)) return '文档打开时留下的临时文件';
  if (base.startsWith('.')) return '隐藏文件';
  if ((entry.generalPurposeBitFlag & 1) === 1) return '设有密码，请取消密码后单独导入';
  if (entry.uncompressedSize > mostBytes) return '超过 20 MB，请压缩其中的图片后单独导入';
  return undefined;
}
