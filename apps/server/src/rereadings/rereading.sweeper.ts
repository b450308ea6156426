import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RereadingsService } from './rereadings.service';

const every = 15_000;

/** Adds again what waits in a reading anew and may have lost its job. */
@Injectable()
export class RereadingSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('RereadingSweeper');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly rereadings: RereadingsService) {}

  onApplicationBootstrap(): void {
    const sweep = () => this.rereadings.sweep().catch((error: unknown) => this.log.warn(String(error)));
    void sweep();
    this.timer = setInterval(sweep, every);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
