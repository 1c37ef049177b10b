export interface Message {
  readonly id?: string;
  readonly event?: string;
  readonly data?: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 10_000;

/** Reads an event stream as a browser does: a place without an event is kept, and told to nobody. */
export class Listener {
  readonly messages: Message[] = [];
  /** Settles when the server has ended the stream. */
  readonly ended: Promise<void>;
  private place: string | undefined;

  constructor(
    readonly answer: Response,
    readonly leave: () => void,
  ) {
    this.ended = this.read();
    this.ended.catch(() => undefined); // left
  }

  /** Of the last message or place. */
  get lastEventId(): string {
    return this.place ?? '';
  }

  of(event: string): readonly Message[] {
    return this.messages.filter((message) => message.event === event);
  }

  /** @throws with what was heard when it is not heard in time */
  async hears(what: (message: Message) => boolean): Promise<Message> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
      const found = this.messages.find(what);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`heard only ${JSON.stringify(this.messages)}`);
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of this.answer.body as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const [id, event, data] = [field('id'), field('event'), field('data')];
    if (id !== undefined) this.place = id;
    if (event === undefined) return;
    this.messages.push({
      event,
      ...(id !== undefined && { id }),
      ...(data !== undefined && { data: JSON.parse(data) as Readonly<Record<string, string>> }),
    });
  }
}
