import { IsString, Length, Matches, MaxLength } from 'class-validator';
import { WithoutNullCharacter } from '../http/without-null-character.ts';

export interface UserAnswer {
  id: number;
  name: string;
  email: string;
  created_at: Date;
}

export class UserDto {
  @IsString()
  @Length(1, 100)
  @Matches(/\S/, { message: 'name must not be blank' })
  @WithoutNullCharacter()
  name!: string;

  @IsString()
  @MaxLength(254)
  @Matches(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, { message: 'email must be an e-mail address' })
  @WithoutNullCharacter()
  email!: string;
}
