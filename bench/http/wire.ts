import { connect, type Socket } from 'node:net';

export interface WireAnswer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: string;
}

const END = '\r\n\r\n';

/** One kept connection, one request at a time: as little work as a client can do, so that the server is what is measured. */
export class Wire {
  private pending: { resolve: (answer: WireAnswer) => void; reject: (error: Error) => void } | undefined;
  private received: Buffer = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.pending?.reject(error));
    socket.on('close', () => this.pending?.reject(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Wire(socket)));
      socket.once('error', reject);
    });
  }

  send(head: string, body: string): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      this.socket.write(head + END + body);
    });
  }

  close(): void {
    this.pending = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf(END);
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const from = end + END.length;
    if (this.received.length < from + length) return;
    const body = this.received.toString('utf8', from, from + length);
    this.received = this.received.subarray(from + length);
    this.pending?.resolve({
      status: Number(head.slice(9, 12)),
      etag: /\r\netag: ([^\r]+)/i.exec(head)?.[1],
      body,
    });
  }
}
