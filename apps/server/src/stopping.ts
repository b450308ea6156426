/** What has been started, last first; stopped once, in that order. */
export class Stopping {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private under: Promise<void> | undefined;

  get hasBegun(): boolean {
    return this.under !== undefined;
  }

  /** Remembers how to stop what was just started. */
  then(step: () => Promise<unknown>): void {
    this.steps.unshift(step);
  }

  /** Stops everything; a step that does not end in 25 s is left behind. */
  stop(): Promise<void> {
    return (this.under ??= (async () => {
      for (const step of this.steps) {
        let clock: NodeJS.Timeout | undefined;
        const patience = new Promise((resolve) => (clock = setTimeout(resolve, 25_000)));
        await Promise.race([step().catch(() => undefined), patience]);
        clearTimeout(clock);
      }
    })());
  }
}

/** Stops on Ctrl-C, on SIGTERM, and when the npm that started this program is gone: npm hands no signal on. */
export function stopOnSignals(stopping: Stopping): void {
  const end = () => void stopping.stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && end(), 500).unref();
  }
}
