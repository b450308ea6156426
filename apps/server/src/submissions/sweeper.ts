import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SubmissionsService } from './submissions.service';

const every = 10_000;

/** Looks every ten seconds for documents that lost their job, so that losing the queue loses nothing. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Sweeper');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly submissions: SubmissionsService) {}

  onApplicationBootstrap(): void {
    const sweep = () => this.submissions.sweep().catch((error: unknown) => this.log.warn(String(error)));
    void sweep();
    this.timer = setInterval(sweep, every);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
