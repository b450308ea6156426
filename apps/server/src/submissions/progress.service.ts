import { Injectable, type MessageEvent } from '@nestjs/common';
import type { Progress } from '@mingshu/contracts';
import { distinctUntilChanged, exhaustMap, interval, map, merge, startWith, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import type { Scope } from '../identity/scope';
import { countSubmissions } from './submission-view';

const beat = 400;
const heartbeat = 15_000;

/** Progress as it happens, counted in the database, so that it is the same whichever program does the work. */
@Injectable()
export class ProgressService {
  constructor(private readonly database: DataSource) {}

  /** An event whenever a count has changed, at most every 0.4 s, and a heartbeat every 15 s. */
  watch(scope: Scope, batch?: string): Observable<MessageEvent> {
    const counts = interval(beat).pipe(
      startWith(0),
      exhaustMap(() => this.now(scope, batch)),
      distinctUntilChanged((one, other) => JSON.stringify(one) === JSON.stringify(other)),
      map((data): MessageEvent => ({ type: 'progress', data })),
    );
    return merge(counts, interval(heartbeat).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: '' }))));
  }

  private async now(scope: Scope, batch?: string): Promise<Progress> {
    const counts = await countSubmissions(this.database, scope, { batch });
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { batchId: batch ?? null, total, done: total - counts.received - counts.reading, counts };
  }
}
