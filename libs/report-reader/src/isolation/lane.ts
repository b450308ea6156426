import { unreadable } from '../opening/refusals';
import { Child, type ChildSettings } from './child';
import type { Answer, ReadingRequest } from './messages';

export interface LaneSettings extends ChildSettings {
  /** How many children read at the same time. */
  readonly size: number;
  /** How long a child without work is kept, in milliseconds; without a limit it stays. */
  readonly idleLimit?: number;
}

/** Children that share one kind of work: so many at a time, the others wait their turn. */
export interface Lane {
  ask(request: ReadingRequest): Promise<Answer>;
  close(): void;
}

export function createLane(settings: LaneSettings): Lane {
  const idle: Child[] = [];
  const busy = new Set<Child>();
  const waiting: (() => void)[] = [];
  let isClosed = false;
  let rest: NodeJS.Timeout | undefined;

  const endIdle = () => idle.splice(0).forEach((child) => child.kill());

  const take = async (): Promise<Child> => {
    while (busy.size >= settings.size) await new Promise<void>((resolve) => waiting.push(resolve));
    clearTimeout(rest);
    const child = idle.pop() ?? new Child(settings);
    busy.add(child);
    return child;
  };

  const giveBack = (child: Child, isUsable: boolean) => {
    busy.delete(child);
    if (isUsable && !child.isSpent && !isClosed) idle.push(child);
    else child.kill();
    waiting.shift()?.();
    if (settings.idleLimit !== undefined && busy.size === 0) rest = setTimeout(endIdle, settings.idleLimit).unref();
  };

  return {
    ask: async (request) => {
      if (isClosed) throw new Error('the reader pool is closed');
      const child = await take();
      const answer = await child.ask(request);
      giveBack(child, typeof answer !== 'string');
      return typeof answer === 'string' ? unreadable(answer) : answer;
    },
    close: () => {
      isClosed = true;
      clearTimeout(rest);
      busy.forEach((child) => child.kill());
      endIdle();
    },
  };
}
