import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly seconds: number;
  /** Of its children that have ended. */
  readonly ended: number;
}

/** Every process of this system with the processor time it has taken. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? [];
        const fields = rest.split(' ');
        const [parent, ...times] = [fields[1], fields[11], fields[12], fields[13], fields[14]].map(Number);
        const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = times.map((ticks) => ticks / ticksPerSecond);
        return [{ pid: Number(pid), parent: parent!, name, seconds: user + system, ended: endedUser + endedSystem }];
      } catch {
        return [];
      }
    });
}

const below = (pid: number, all: readonly Process[]): Process[] =>
  all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid, all)]);
const isDatabase = ({ name }: Process) => name.startsWith('postgres');

/** Processor seconds of a program and all below it, by what they are. Says on a busy machine what the clock cannot. */
export function cpuSeconds(program: number): { program: number; readers: number; database: number } {
  const all = processes();
  const own = all.filter(({ pid }) => pid === program);
  const sum = (some: readonly Process[]) => some.reduce((total, { seconds, ended }) => total + seconds + ended, 0);
  const children = below(program, all);
  return {
    program: own.reduce((total, { seconds }) => total + seconds, 0),
    // A reading process ends after some hundred documents; the database's stay.
    readers: sum(children.filter((one) => !isDatabase(one))) + own.reduce((total, { ended }) => total + ended, 0),
    database: sum(children.filter(isDatabase)),
  };
}

/** The most memory any living reading process of a program has taken, in megabytes. */
export function mostReaderMemory(program: number): number {
  const peaks = below(program, processes())
    .filter((one) => !isDatabase(one))
    .map(({ pid }) => Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  return Math.max(0, ...peaks);
}
