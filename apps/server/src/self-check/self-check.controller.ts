import { Body, Controller, Get, HttpCode, Post, Put, StreamableFile, UploadedFile, UseGuards, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { selfCheckRuleInput, type SelfCheckAnswer } from '@mingshu/contracts';
import type { z } from 'zod';
import { PassingDocument, passingDocumentStorage } from '../documents/passing-document';
import { Allow, Public } from '../http/allowed';
import { AppError } from '../http/app-error';
import { attachment } from '../http/attachment';
import { Asked, type Scope } from '../identity/scope';
import { SelfCheckGate } from './self-check-gate';
import { SelfCheckService } from './self-check.service';

const oneFile = FileInterceptor('file', {
  storage: passingDocumentStorage,
  limits: { files: 1, fields: 2, parts: 3, fieldSize: 100 },
});

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
  @UseInterceptors(oneFile)
  check(@UploadedFile() file: PassingDocument | undefined, @Body() body: Record<string, string>): Promise<SelfCheckAnswer> {
    return passing(file, (document) => this.checks.check(document, yearIn(body)));
  }

  /** The file is sent again, as nothing of it was kept. */
  @Post('annotated')
  @Public()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @UseGuards(SelfCheckGate)
  @UseInterceptors(oneFile)
  annotated(@UploadedFile() file: PassingDocument | undefined, @Body() body: Record<string, string>): Promise<StreamableFile> {
    return passing(file, async (document) => {
      const bytes = await this.checks.annotated(document, yearIn(body));
      return attachment(bytes, `${document.fileName.replace(/\.[^.]*$/, '')}（自查标注版）.docx`);
    });
  }
}

const yearIn = ({ year = '' }: Record<string, string>) => (/^20\d\d$/.test(year) ? Number(year) : null);

/** Removes the file whatever comes of the work. */
async function passing<Answer>(
  file: PassingDocument | undefined,
  work: (document: PassingDocument & { path: string }) => Promise<Answer>,
): Promise<Answer> {
  if (!file) throw new AppError('no-file', 400);
  try {
    const { path } = file;
    if (path === undefined) throw new AppError('file-too-large', 413);
    return await work({ ...file, path });
  } finally {
    await file.remove();
  }
}
