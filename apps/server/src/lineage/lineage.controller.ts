import { Body, Controller, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { lineageInput, type LineageInput } from '@mingshu/contracts';
import { AllowEditors } from '../http/allowed';
import { Asked, type Scope } from '../identity/scope';
import { LineageService } from './lineage.service';

@ApiTags('单位名册')
@Controller('agencies')
export class LineageController {
  constructor(private readonly lineage: LineageService) {}

  @Put(':id/lineage')
  @AllowEditors()
  save(@Asked() scope: Scope, @Param('id', ParseUUIDPipe) id: string, @Body({ schema: lineageInput }) input: LineageInput) {
    return this.lineage.save(scope, id, input);
  }
}
