import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { loginPolicy } from './login-policy.js';

export class LoginBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  login!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(loginPolicy.password.most)
  password!: string;
}
