import { IsObject, IsString, ValidateIf } from 'class-validator';

export class EchoDto {
  @IsString()
  message!: string;

  @ValidateIf(({ data }: EchoDto) => data !== undefined)
  @IsObject()
  data?: Record<string, unknown>;
}
