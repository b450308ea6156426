import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { newUserInput, userChange, type NewUserInput, type UserChange } from '@mingshu/contracts';
import { Allow } from '../http/allowed';
import { Asked, type Scope } from './scope';
import { UsersService } from './users.service';

@ApiTags('用户与角色')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Allow('county_admin')
  list(@Asked() scope: Scope) {
    return this.users.all(scope);
  }

  @Post()
  @Allow('county_admin')
  add(@Asked() scope: Scope, @Body({ schema: newUserInput }) input: NewUserInput) {
    return this.users.add(scope, input);
  }

  @Put(':id')
  @Allow('county_admin')
  change(@Asked() scope: Scope, @Param('id') id: string, @Body({ schema: userChange }) input: UserChange) {
    return this.users.change(scope, id, input);
  }

  @Post(':id/password')
  @Allow('county_admin')
  @HttpCode(200)
  changePassword(@Asked() scope: Scope, @Param('id') id: string) {
    return this.users.resetPassword(scope, id);
  }
}
