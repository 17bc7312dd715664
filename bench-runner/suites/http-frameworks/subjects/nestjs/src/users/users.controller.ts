import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { IdParameter } from '../http/id.parameter.ts';
import { UserDto } from './user.dto.ts';
import { UsersService } from './users.service.ts';

const listed = 1_000;

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  list() {
    return this.users.first(listed);
  }

  @Post()
  create(@Body() user: UserDto) {
    return this.users.create(user);
  }

  @Get(':id')
  find(@Param() { id }: IdParameter) {
    return this.users.find(id);
  }

  @Put(':id')
  update(@Param() { id }: IdParameter, @Body() user: UserDto) {
    return this.users.update(id, user);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Param() { id }: IdParameter) {
    return this.users.remove(id);
  }
}
