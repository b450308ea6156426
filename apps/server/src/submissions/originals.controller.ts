import { Body, Controller, DefaultValuePipe, Get, HttpCode, Param, ParseIntPipe, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { manualEntry, type ManualEntry } from '@mingshu/contracts';
import type { Response } from 'express';
import { AllowAll, AllowEditors } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { OriginalsService } from './originals.service';

/** An original beside its figures: what it shows, and what a person types beside it. */
@ApiTags('识别核对')
@Controller('submissions')
export class OriginalsController {
  constructor(private readonly originals: OriginalsService) {}

  @Get(':id/view')
  @AllowAll()
  view(@Asked() scope: Scope, @Param('id') id: string) {
    return this.originals.view(scope, id);
  }

  @Get(':id/pages/:page')
  @AllowAll()
  async page(
    @Asked() scope: Scope,
    @Param('id') id: string,
    @Param('page', ParseIntPipe) page: number,
    @Query('dpi', new DefaultValuePipe(110), ParseIntPipe) dpi: number,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { type, bytes } = await this.originals.page(scope, id, page, dpi);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    // Bytes of a document never change; only the person who may see them keeps them.
    response.setHeader('Cache-Control', 'private, max-age=3600');
    return new StreamableFile(bytes, { type });
  }

  @Post(':id/entry')
  @AllowEditors()
  @HttpCode(200)
  enter(@Asked() scope: Scope, @Param('id') id: string, @Body({ schema: manualEntry }) entry: ManualEntry) {
    return this.originals.enter(scope, id, entry);
  }
}
