import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { it } from 'vitest';
import { corpus } from './corpus';

const folder = fileURLToPath(new URL('../fixtures/drawn/', import.meta.url));
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

it('writes every drawn document with its expected reading beside it', async () => {
  const names = new Set(corpus.map(({ name }) => name));
  if (existsSync(folder)) for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name), { recursive: true });
  for (const { name, kind, about, extension, bytes, fileName, isDamaged, expected, otherwise } of corpus) {
    const own = join(folder, name);
    mkdirSync(own, { recursive: true });
    const file = join(own, `document.${extension}`);
    const written = await bytes;
    if (!existsSync(file) || !readFileSync(file).equals(written)) writeFileSync(file, written);
    writeFileSync(join(own, 'report.json'), line({ kind, about, fileName, isDamaged, ...expected, otherwise }));
  }
});
