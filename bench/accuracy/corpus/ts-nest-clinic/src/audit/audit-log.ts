import { Injectable, Logger } from '@nestjs/common'

export interface AuditSink {
  write(entry: string): Promise<void>
}

@Injectable()
export class NullAuditSink implements AuditSink {
  /** Test environments keep no audit trail, so this does nothing on purpose. */
  async write(): Promise<void> {}
}

@Injectable()
export class AuditLog {
  private readonly logger = new Logger(AuditLog.name)

  record(actor: string, action: string): void {
    this.logger.log(`${actor} ${action}`)
  }
}

export class RemoteAuditSink implements AuditSink {
  constructor(private readonly url: string) {}

  async write(entry: string): Promise<void> {
    throw new Error('not implemented')
  }
}
