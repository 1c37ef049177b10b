import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { WayOut, type Outcome, type Outgoing } from './way-out.js';

export interface MailSettings {
  /** `smtps://user:password@host:port` or `smtp://…`. */
  readonly server: string;
  readonly from: string;
}

const PATIENCE_MS = 20_000;
const SUBJECT = '民情提醒';

/** E-mail through any SMTP server. */
export class Mail extends WayOut {
  readonly #transport: Transporter;

  constructor(private readonly settings: MailSettings) {
    super();
    const limits = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
    this.#transport = createTransport({
      url: settings.server,
      ...limits,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ key, address, text }: Outgoing): Promise<Outcome> {
    const id = createHash('sha256').update(key).digest('hex').slice(0, 32);
    try {
      await this.#transport.sendMail({
        from: this.settings.from,
        to: address,
        subject: SUBJECT,
        text,
        // a server or a reader that knows it already drops the repeat
        messageId: `<${id}@minqing>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { is: 'SENT' };
    } catch (error) {
      return outcomeOf(error as MailError);
    }
  }

  close(): void {
    this.#transport.close();
  }
}

interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly syscall?: string;
  readonly timeoutType?: string;
}

const NEVER_BEGUN: readonly string[] = ['EDNS', 'EAUTH', 'EENVELOPE', 'ETLS'];

/** A server's answer is certain, and so is that nobody was reached; any other silence may hide that it arrived. */
const outcomeOf = ({ code = 'MAIL', responseCode, syscall, timeoutType }: MailError): Outcome => {
  if (responseCode !== undefined) {
    const reason = `SMTP_${responseCode}`;
    const forGood = responseCode >= 550 && responseCode < 560;
    return forGood ? { is: 'REFUSED', reason, forGood } : { is: 'REFUSED', reason };
  }
  const neverBegun = NEVER_BEGUN.includes(code) || syscall === 'connect' || timeoutType === 'CONNECTION_TIMEOUT';
  return { is: neverBegun ? 'REFUSED' : 'UNSURE', reason: code };
};
