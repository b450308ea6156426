import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  Sse,
  StreamableFile,
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { assignment, retryQuestion, submissionsQuestion, type Assignment } from '@mingshu/contracts';
import type { Response } from 'express';
import type { z } from 'zod';
import { baseNameOf } from '../documents/document-name';
import { IncomingDocument, documentStorage } from '../documents/document-storage';
import { DocumentStore } from '../documents/document-store';
import { AllowAll, AllowEditors } from '../http/allowed';
import { AppError } from '../http/app-error';
import { Asked, type Scope } from '../identity/scope';
import { ProgressService } from './progress.service';
import { SubmissionsService } from './submissions.service';

const mostFiles = 200;

@ApiTags('导入')
@Controller('submissions')
export class SubmissionsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly progress: ProgressService,
    private readonly documents: DocumentStore,
  ) {}

  @Post()
  @AllowEditors()
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @UseInterceptors(FilesInterceptor('files', mostFiles, { storage: documentStorage, preservePath: true }))
  receive(@Asked() scope: Scope, @UploadedFiles() files: IncomingDocument[] | undefined, @Body() body: Record<string, string>) {
    if (!files || files.length === 0) throw new AppError('no-file', 400);
    const year = /^20\d\d$/.test(body.year ?? '') ? Number(body.year) : undefined;
    return this.submissions.receive(scope, files, { agencyId: body.agencyId || undefined, year, batchId: body.batchId || undefined });
  }

  @Get()
  @AllowAll()
  list(@Asked() scope: Scope, @Query({ schema: submissionsQuestion }) asked: z.infer<typeof submissionsQuestion>) {
    return this.submissions.list(scope, asked);
  }

  @Sse('progress')
  @AllowAll()
  events(@Asked() scope: Scope, @Query('batch') batch?: string) {
    return this.progress.watch(scope, batch);
  }

  @Get(':id')
  @AllowAll()
  one(@Asked() scope: Scope, @Param('id') id: string) {
    return this.submissions.one(scope, id);
  }

  @Get(':id/original')
  @AllowAll()
  async original(@Asked() scope: Scope, @Param('id') id: string, @Res({ passthrough: true }) response: Response) {
    const { fileName, sha256 } = await this.submissions.original(scope, id);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    return new StreamableFile(this.documents.open(sha256), {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(baseNameOf(fileName))}`,
    });
  }

  @Post(':id/assignment')
  @AllowEditors()
  @HttpCode(200)
  assign(@Asked() scope: Scope, @Param('id') id: string, @Body({ schema: assignment }) named: Assignment) {
    return this.submissions.assign(scope, id, named);
  }

  @Post('retry')
  @AllowEditors()
  @HttpCode(200)
  retryAll(@Asked() scope: Scope, @Body({ schema: retryQuestion }) which: z.infer<typeof retryQuestion>) {
    return this.submissions.retryAll(scope, which);
  }

  @Post(':id/retry')
  @AllowEditors()
  @HttpCode(200)
  retry(@Asked() scope: Scope, @Param('id') id: string) {
    return this.submissions.retry(scope, id);
  }

  @Delete(':id')
  @AllowEditors()
  discard(@Asked() scope: Scope, @Param('id') id: string) {
    return this.submissions.discard(scope, id);
  }
}
