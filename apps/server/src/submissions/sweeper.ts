import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../config/clock';
import { DocumentStore } from '../documents/document-store';
import { RulesService } from '../rules/rules.service';
import { SubmissionsService } from './submissions.service';

const every = 10_000;
/** Nothing is on its way for a day. */
const leftBehind = 24 * 60 * 60 * 1000;

/** Looks every ten seconds for documents that lost their job and findings of an earlier state of the rules, so that losing the queue loses nothing. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Sweeper');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly submissions: SubmissionsService,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
    private readonly rules: RulesService,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = () =>
      Promise.all([this.submissions.sweep(), this.rules.recheckOutdated()]).catch((error: unknown) => this.log.warn(String(error)));
    void sweep();
    void this.documents
      .sweepIncoming(new Date(this.clock.now().getTime() - leftBehind))
      .catch((error: unknown) => this.log.warn(String(error)));
    this.timer = setInterval(sweep, every);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
