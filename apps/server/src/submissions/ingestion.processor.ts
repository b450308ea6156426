import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { INGESTION, workerSettings } from '../queues/queues';
import type { SubmissionPlace } from './submission-keeper';
import { SubmissionsService } from './submissions.service';

@Processor(INGESTION, workerSettings)
export class IngestionProcessor extends WorkerHost {
  constructor(private readonly submissions: SubmissionsService) {
    super();
  }

  async process({ data }: Job<SubmissionPlace>): Promise<void> {
    await this.submissions.ingest(data);
  }
}
