/** A file to hand in, under the path it has in what was dropped (柳河镇/年报.docx). */
export interface FileToSend {
  readonly file: File;
  readonly path: string;
}

const companions = /^(?:thumbs\.db|desktop\.ini|\.ds_store|~\$.*|\.~.*|\._.*)$/i;

/** What systems and open documents leave beside the files: never worth handing in. */
export const isCompanion = (name: string): boolean => companions.test(name);

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A folder tells of its entries a hundred at a time, and of none when it has told all. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function filesIn(entry: FileSystemEntry, within: string): Promise<FileToSend[]> {
  const path = within + entry.name;
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), path }];
  const entries = await entriesIn(entry as FileSystemDirectoryEntry);
  return (await Promise.all(entries.map((one) => filesIn(one, `${path}/`)))).flat();
}

/** Every file of what was dropped, folders opened to their depth, in the order of their paths. */
export async function droppedFiles(dropped: DataTransfer): Promise<FileToSend[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return [...dropped.files].map((file) => ({ file, path: file.name }));
  const files = (await Promise.all(entries.map((entry) => filesIn(entry, '')))).flat();
  return files.sort((one, other) => one.path.localeCompare(other.path, 'zh'));
}

/** Every file chosen in a dialog, with its path where a folder was chosen. */
export const chosenFiles = (files: FileList | null): FileToSend[] =>
  [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
