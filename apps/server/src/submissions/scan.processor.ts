import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { SCANS, workerSettings } from '../queues/queues';
import type { SubmissionPlace } from './submission-keeper';
import { IngestionService } from './ingestion.service';

@Processor(SCANS, workerSettings)
export class ScanProcessor extends WorkerHost {
  constructor(private readonly ingestion: IngestionService) {
    super();
  }

  async process({ data }: Job<SubmissionPlace>): Promise<void> {
    await this.ingestion.readScan(data);
  }
}
