import { ArgumentsHost, Catch, ExceptionFilter, HttpStatus } from '@nestjs/common'
import { DomainError } from './errors'

@Catch(DomainError)
export class DomainExceptionFilter implements ExceptionFilter<DomainError> {
  catch(error: DomainError, host: ArgumentsHost) {
    host.switchToHttp().getResponse().status(HttpStatus.CONFLICT).json({ code: error.code, message: error.message })
  }
}
