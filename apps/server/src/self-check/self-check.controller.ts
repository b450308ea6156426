import { Body, Controller, Get, HttpCode, Post, Put, UploadedFile, UseGuards, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { selfCheckRuleInput, type SelfCheckAnswer } from '@mingshu/contracts';
import type { z } from 'zod';
import { PassingDocument, passingDocumentStorage } from '../documents/passing-document';
import { Allow, Public } from '../http/allowed';
import { AppError } from '../http/app-error';
import { Asked, type Scope } from '../identity/scope';
import { SelfCheckGate } from './self-check-gate';
import { SelfCheckService } from './self-check.service';

@ApiTags('自查')
@Controller('self-check')
export class SelfCheckController {
  constructor(private readonly checks: SelfCheckService) {}

  @Get('rule')
  @Public()
  rule() {
    return this.checks.rule();
  }

  @Put('rule')
  @Allow('county_admin')
  saveRule(@Asked() scope: Scope, @Body({ schema: selfCheckRuleInput }) { isOn }: z.infer<typeof selfCheckRuleInput>) {
    return this.checks.saveRule(scope, isOn);
  }

  @Post()
  @Public()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @UseGuards(SelfCheckGate)
  @UseInterceptors(FileInterceptor('file', { storage: passingDocumentStorage, limits: { files: 1, fields: 2, parts: 3, fieldSize: 100 } }))
  async check(@UploadedFile() file: PassingDocument | undefined, @Body() body: Record<string, string>): Promise<SelfCheckAnswer> {
    if (!file) throw new AppError('no-file', 400);
    try {
      const { path } = file;
      if (path === undefined) throw new AppError('file-too-large', 413);
      const year = /^20\d\d$/.test(body.year ?? '') ? Number(body.year) : null;
      return await this.checks.check({ ...file, path }, year);
    } finally {
      await file.remove();
    }
  }
}
