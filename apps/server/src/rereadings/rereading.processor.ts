import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { REREADINGS, workerSettings } from '../queues/queues';
import { RereadingsService, type RereadPlace } from './rereadings.service';

@Processor(REREADINGS, workerSettings)
export class RereadingProcessor extends WorkerHost {
  constructor(private readonly rereadings: RereadingsService) {
    super();
  }

  async process({ data }: Job<RereadPlace>): Promise<void> {
    await this.rereadings.readAnew(data);
  }
}
