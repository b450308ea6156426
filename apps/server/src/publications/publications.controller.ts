import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Post,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  publicationLookInput,
  publicationRecheckInput,
  publicationRegistration,
  publicationWithdrawal,
  type PublicationLookInput,
} from '@mingshu/contracts';
import { writeListCsv, writeListWorkbook } from '@mingshu/report-writer';
import type { Response } from 'express';
import type { z } from 'zod';
import { baseNameOf } from '../documents/document-name';
import { documentStorage, type IncomingDocument } from '../documents/document-storage';
import { DocumentStore } from '../documents/document-store';
import { AllowAll, AllowEditors } from '../http/allowed';
import { AppError } from '../http/app-error';
import { attachment } from '../http/attachment';
import { Asked, type Scope } from '../identity/scope';
import { publicationList } from './publication-list';
import { PublicationsService } from './publications.service';

@ApiTags('发布核对')
@Controller('rounds/:year')
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly documents: DocumentStore,
  ) {}

  @Get('publications')
  @AllowAll()
  list(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number) {
    return this.publications.list(scope, year);
  }

  @Get('publications.csv')
  @AllowAll()
  async csv(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number): Promise<StreamableFile> {
    return attachment(writeListCsv(publicationList(await this.publications.list(scope, year))), `${year}年度发布核对.csv`);
  }

  @Get('publications.xlsx')
  @AllowAll()
  async xlsx(@Asked() scope: Scope, @Param('year', ParseIntPipe) year: number): Promise<StreamableFile> {
    return attachment(await writeListWorkbook(publicationList(await this.publications.list(scope, year))), `${year}年度发布核对.xlsx`);
  }

  @Post('publications/looks')
  @AllowEditors()
  @HttpCode(202)
  addLook(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: publicationLookInput }) input: PublicationLookInput,
  ) {
    return this.publications.look(scope, year, input);
  }

  @Post('publications/registrations')
  @AllowEditors()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @UseInterceptors(FileInterceptor('file', { storage: documentStorage, limits: { files: 1, fields: 4 } }))
  addRegistration(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @UploadedFile() file: IncomingDocument | undefined,
    @Body() body: Record<string, string>,
  ) {
    const { success, data } = publicationRegistration.safeParse({ ...body, statedOn: body.statedOn || undefined });
    if (!success) throw new AppError('bad-request', 400);
    return this.publications.register(scope, year, data, file);
  }

  @Post('publications/rechecks')
  @AllowEditors()
  @HttpCode(202)
  startRecheck(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Body({ schema: publicationRecheckInput }) { agencyIds }: z.infer<typeof publicationRecheckInput>,
  ) {
    return this.publications.recheck(scope, year, agencyIds);
  }

  @Post('publications/:id/withdrawal')
  @AllowEditors()
  @HttpCode(200)
  removeLook(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: publicationWithdrawal }) { reason }: z.infer<typeof publicationWithdrawal>,
  ) {
    return this.publications.withdraw(scope, year, id, reason);
  }

  @Get('publications/:id/original')
  @AllowAll()
  async original(
    @Asked() scope: Scope,
    @Param('year', ParseIntPipe) year: number,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { fileName, sha256 } = await this.publications.original(scope, year, id);
    if (!this.documents.has(sha256)) throw new AppError('original-not-found', 404);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    return new StreamableFile(this.documents.open(sha256), {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(baseNameOf(fileName))}`,
    });
  }
}
