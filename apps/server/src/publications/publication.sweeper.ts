import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LookService } from './look.service';
import { PublicationsService } from './publications.service';

const everySweep = 15_000;
const everyWatch = 10 * 60_000;

/** Adds again looks that wait and may have lost their job, and has pages looked at that nobody has looked at for a week. */
@Injectable()
export class PublicationSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('PublicationSweeper');
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly looks: LookService,
    private readonly publications: PublicationsService,
  ) {}

  onApplicationBootstrap(): void {
    const warn = (error: unknown) => this.log.warn(String(error));
    const sweep = () => this.looks.sweep().catch(warn);
    const watch = () => this.publications.watch().catch(warn);
    void sweep();
    void watch();
    this.timers = [setInterval(sweep, everySweep), setInterval(watch, everyWatch)];
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }
}
