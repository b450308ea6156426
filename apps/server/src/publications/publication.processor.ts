import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { PUBLICATIONS, workerSettings } from '../queues/queues';
import { LookService, type LookPlace } from './look.service';

@Processor(PUBLICATIONS, workerSettings)
export class PublicationProcessor extends WorkerHost {
  constructor(private readonly looks: LookService) {
    super();
  }

  async process({ data }: Job<LookPlace>): Promise<void> {
    await this.looks.look(data);
  }
}
