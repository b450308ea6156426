import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LookService } from './look.service';

const every = 15_000;

/** Adds again looks that wait and may have lost their job. */
@Injectable()
export class PublicationSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('PublicationSweeper');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly looks: LookService) {}

  onApplicationBootstrap(): void {
    const sweep = () => this.looks.sweep().catch((error: unknown) => this.log.warn(String(error)));
    void sweep();
    this.timer = setInterval(sweep, every);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
