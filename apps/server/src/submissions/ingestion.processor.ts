import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { INGESTION, workerSettings } from '../queues/queues';
import type { SubmissionPlace } from './submission-keeper';
import { IngestionService } from './ingestion.service';

@Processor(INGESTION, workerSettings)
export class IngestionProcessor extends WorkerHost {
  constructor(private readonly ingestion: IngestionService) {
    super();
  }

  async process({ data }: Job<SubmissionPlace>): Promise<void> {
    await this.ingestion.ingest(data);
  }
}
