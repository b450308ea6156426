import type { Ruling } from '../opening/page/page-content';
import type { GreyPage } from './grey-page';

const blurLength = 7;
const thickest = 12;
const longestGap = 4;
const joinedGap = 14;
const sameLine = 5;
const reach = 12;

interface Run {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Dark runs along one line of pixels. `step` is 1 along a row, the page's width along a column. */
function runsOn(data: Uint8Array, start: number, step: number, length: number, at: number, dark: number, shortest: number): Run[] {
  const runs: Run[] = [];
  const half = blurLength >> 1;
  let sum = 0;
  let [from, last, count] = [-1, -1, 0];
  const end = () => {
    if (from >= 0 && last - from + 1 >= shortest && count >= (last - from + 1) * 0.85) runs.push({ at, from, to: last });
    from = -1;
    count = 0;
  };
  for (let place = 0; place < Math.min(half, length); place += 1) sum += data[start + place * step]!;
  for (let place = 0; place < length; place += 1) {
    if (place + half < length) sum += data[start + (place + half) * step]!;
    if (place - half - 1 >= 0) sum -= data[start + (place - half - 1) * step]!;
    const width = Math.min(length - 1, place + half) - Math.max(0, place - half) + 1;
    if (sum < dark * width) {
      if (from < 0) from = place;
      last = place;
      count += 1;
    } else if (from >= 0 && place - last > longestGap) end();
  }
  end();
  return runs;
}

/** Runs on neighbouring lines gathered into strokes with a middle and a thickness. */
function strokes(runs: readonly Run[]): { at: number; from: number; to: number; thickness: number }[] {
  const open: { from: number; to: number; lines: Map<number, number>; last: number }[] = [];
  const done: typeof open = [];
  for (const run of runs) {
    for (let place = open.length - 1; place >= 0; place -= 1) if (run.at - open[place]!.last > 1) done.push(...open.splice(place, 1));
    const own = open.find(({ from, to, last }) => run.at - last <= 1 && run.from <= to && from <= run.to);
    if (own) {
      own.from = Math.min(own.from, run.from);
      own.to = Math.max(own.to, run.to);
      own.last = run.at;
      own.lines.set(run.at, (own.lines.get(run.at) ?? 0) + run.to - run.from);
    } else open.push({ from: run.from, to: run.to, lines: new Map([[run.at, run.to - run.from]]), last: run.at });
  }
  return [...done, ...open].map(({ from, to, lines }) => {
    const weight = [...lines.values()].reduce((sum, length) => sum + length, 0);
    const at = [...lines].reduce((sum, [line, length]) => sum + line * length, 0) / weight;
    return { at, from, to, thickness: weight / (to - from + 1) };
  });
}

/** Pieces of one ruling that wear has parted, joined. */
function joined(pieces: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const piece of [...pieces].sort((one, other) => one.from - other.from)) {
    const index = result.findIndex(({ at, to }) => Math.abs(at - piece.at) <= sameLine && piece.from - to <= joinedGap);
    const before = result[index];
    if (!before) result.push(piece);
    else {
      const [one, other] = [before.to - before.from + 1, piece.to - piece.from + 1];
      result[index] = { at: (before.at * one + piece.at * other) / (one + other), from: before.from, to: Math.max(before.to, piece.to) };
    }
  }
  return result;
}

const meets = (one: Run, other: Run, end: number) =>
  Math.abs(other.at - end) <= reach && one.at >= other.from - reach && one.at <= other.to + reach;

/** The rulings of a straight page in pixels. A stroke of a character is told from a ruling by its ends: a ruling's end on other rulings. */
export function pageRulings({ width, height, data, ink, paper }: GreyPage): Ruling[] {
  const dark = paper - (paper - ink) * 0.45;
  const runs = (lines: number, length: number, isHorizontal: boolean, shortest: number) =>
    Array.from({ length: lines }, (_, at) =>
      runsOn(data, isHorizontal ? at * width : at, isHorizontal ? 1 : width, length, at, dark, shortest),
    ).flat();
  const thin = (all: Run[]) => joined(strokes(all).filter(({ thickness }) => thickness <= thickest));
  let across = thin(runs(height, width, true, Math.round(width / 36)));
  let down = thin(runs(width, height, false, Math.round(width / 48)));
  for (let round = 0; round < 3; round += 1) {
    const keptAcross = across.filter((run) => down.some((one) => meets(run, one, run.from)) && down.some((one) => meets(run, one, run.to)));
    const keptDown = down.filter((run) => across.some((one) => meets(run, one, run.from)) && across.some((one) => meets(run, one, run.to)));
    [across, down] = [keptAcross, keptDown];
  }
  return [...across.map((run) => ({ isHorizontal: true, ...run })), ...down.map((run) => ({ isHorizontal: false, ...run }))];
}
