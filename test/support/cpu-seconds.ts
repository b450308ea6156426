import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly seconds: number;
}

/** Every process of this system with the processor time it and its ended children have taken. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? [];
        const fields = rest.split(' ');
        const [parent, ...times] = [fields[1], fields[11], fields[12], fields[13], fields[14]].map(Number);
        return [{ pid: Number(pid), parent: parent!, name, seconds: times.reduce((sum, ticks) => sum + ticks, 0) / ticksPerSecond }];
      } catch {
        return [];
      }
    });
}

/** Processor seconds of a program and all below it, by what they are. Says on a busy machine what the clock cannot. */
export function cpuSeconds(program: number): { program: number; readers: number; database: number } {
  const all = processes();
  const below = (pid: number): Process[] => all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)]);
  const sum = (some: readonly Process[]) => some.reduce((total, { seconds }) => total + seconds, 0);
  const children = below(program);
  const isDatabase = ({ name }: Process) => name.startsWith('postgres');
  return {
    program: sum(all.filter(({ pid }) => pid === program)),
    readers: sum(children.filter((one) => !isDatabase(one))),
    database: sum(children.filter(isDatabase)),
  };
}
