import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiTags } from '@nestjs/swagger';
import { agencyInput, type AgencyInput } from '@mingshu/contracts';
import { IncomingDocument, documentStorage } from '../documents/document-storage';
import { DocumentStore } from '../documents/document-store';
import { AllowAll, AllowEditors } from '../http/allowed';
import { AppError } from '../http/app-error';
import { Asked, type Scope } from '../identity/scope';
import { AgenciesService } from './agencies.service';

const template = '\uFEFF单位代码,单位名称,类别,别名,起用年度,停用年度,联系人,联系电话\r\n';

@ApiTags('单位名册')
@Controller('agencies')
export class AgenciesController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly documents: DocumentStore,
  ) {}

  @Get()
  @AllowAll()
  list(@Asked() scope: Scope) {
    return this.agencies.list(scope);
  }

  @Get('template.csv')
  @AllowEditors()
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent('单位名册模板.csv')}`)
  template() {
    return template;
  }

  @Post()
  @AllowEditors()
  add(@Asked() scope: Scope, @Body({ schema: agencyInput }) input: AgencyInput) {
    return this.agencies.add(scope, input);
  }

  @Post('import')
  @AllowEditors()
  @HttpCode(200)
  @UseInterceptors(FileInterceptor('file', { storage: documentStorage }))
  async importRoster(@Asked() scope: Scope, @Query('apply') apply: string | undefined, @UploadedFile() file: IncomingDocument | undefined) {
    if (!file) throw new AppError('no-file', 400);
    if (!file.kept) throw new AppError('file-too-large', 413);
    return this.agencies.importRoster(scope, this.documents.path(file.kept.sha256), apply === 'true');
  }

  @Put(':id')
  @AllowEditors()
  change(@Asked() scope: Scope, @Param('id') id: string, @Body({ schema: agencyInput }) input: AgencyInput) {
    return this.agencies.change(scope, id, input);
  }

  /** The contact in full; it is written to the audit trail, so it is not a GET. */
  @Post(':id/contact')
  @AllowAll()
  @HttpCode(200)
  contact(@Asked() scope: Scope, @Param('id', ParseUUIDPipe) id: string) {
    return this.agencies.contact(scope, id);
  }

  @Delete(':id')
  @AllowEditors()
  @HttpCode(204)
  remove(@Asked() scope: Scope, @Param('id') id: string) {
    return this.agencies.remove(scope, id);
  }
}
