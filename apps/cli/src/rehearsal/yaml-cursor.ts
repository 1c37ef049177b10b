import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import type { Instant } from '#kernel';
import { instantOf } from '#working-time';
import { InvalidScenario, type Fault } from './scenario.js';

/** A place in a YAML file: reads what should stand there, and notes by line what does not. */
export class Cursor {
  constructor(
    private readonly file: YamlFile,
    readonly node: Node | null,
    readonly name: string,
    readonly line: number,
  ) {}

  fault(text: string): undefined {
    this.file.faults.push({ line: this.line, text: `${this.name}: ${text}` });
    return undefined;
  }

  map(): Fields {
    if (isMap(this.node)) return new Fields(this.file, this.node, this.name, this.line);
    this.fault('expected fields, as `key: value`');
    return new Fields(this.file, undefined, this.name, this.line);
  }

  get isMap(): boolean {
    return isMap(this.node);
  }

  list(): readonly Cursor[] {
    if (!isSeq(this.node)) {
      this.fault('expected a list, as `- item` or `[item, …]`');
      return [];
    }
    return this.node.items.map((item, index) =>
      this.file.cursor(item as Node, `${this.name}[${index + 1}]`, this.line),
    );
  }

  text(): string {
    if (isScalar(this.node) && (typeof this.node.value === 'string' || typeof this.node.value === 'number'))
      return String(this.node.value);
    this.fault('expected a text');
    return '';
  }

  number(): number {
    if (isScalar(this.node) && typeof this.node.value === 'number') return this.node.value;
    this.fault('expected a number');
    return 0;
  }

  flag(): boolean {
    if (isScalar(this.node) && typeof this.node.value === 'boolean') return this.node.value;
    this.fault('expected true or false');
    return false;
  }

  oneOf(known: readonly string[], what: string): string {
    const word = this.text();
    if (word !== '' && !known.includes(word)) this.fault(`unknown ${what} ${word}; known: ${known.join(', ')}`);
    return word;
  }

  instant(): Instant {
    const text = this.text();
    try {
      return instantOf(text);
    } catch {
      if (text !== '') this.fault(`expected a local time as 2026-02-13T16:40, got ${text}`);
      return 0;
    }
  }

  /** The value as it stands. */
  plain(): unknown {
    return this.node === null ? null : (this.node.toJS(this.file.document) as unknown);
  }
}

/** The fields of one map; whatever is not asked for by `done` is a fault. */
export class Fields {
  private readonly asked = new Set<string>();

  constructor(
    private readonly file: YamlFile,
    private readonly node: YAMLMap | undefined,
    readonly name: string,
    readonly line: number,
  ) {}

  fault(text: string): undefined {
    this.file.faults.push({ line: this.line, text: `${this.name}: ${text}` });
    return undefined;
  }

  optional(key: string): Cursor | undefined {
    this.asked.add(key);
    return this.all().find((cursor) => cursor.name === key);
  }

  needed(key: string): Cursor {
    const found = this.optional(key);
    if (found) return found;
    this.fault(`\`${key}\` is missing`);
    return this.file.absent(key, this.line);
  }

  /** Every field, named by its key. */
  all(): readonly Cursor[] {
    return (this.node?.items ?? []).map(({ key, value }) => {
      const line = this.file.lineOf(key as Node) ?? this.line;
      return this.file.cursor(value as Node | null, isScalar(key) ? String(key.value) : '?', line);
    });
  }

  done(): void {
    for (const cursor of this.all()) {
      if (this.asked.has(cursor.name)) continue;
      cursor.fault(`unknown field; known here: ${[...this.asked].join(', ')}`);
    }
  }
}

export class YamlFile {
  readonly faults: Fault[] = [];
  readonly document: Document;
  private readonly lines = new LineCounter();

  constructor(
    readonly path: string,
    source: string,
  ) {
    this.document = parseDocument(source, { lineCounter: this.lines, prettyErrors: false });
    for (const { pos, message } of this.document.errors)
      this.faults.push({ line: this.lines.linePos(pos[0]).line, text: message });
    if (this.faults.length > 0) throw new InvalidScenario(path, this.faults);
  }

  root(): Cursor {
    return this.cursor(this.document.contents, 'scenario', 1);
  }

  lineOf(node: Node | null): number | undefined {
    return node?.range ? this.lines.linePos(node.range[0]).line : undefined;
  }

  cursor(node: Node | null, name: string, line: number): Cursor {
    const meant = isAlias(node) ? (node.resolve(this.document) ?? null) : node;
    return new Cursor(this, meant, name, this.lineOf(node) ?? line);
  }

  /** Stands for a field that is missing, whose absence is already told. */
  absent(name: string, line: number): Cursor {
    return new Cursor(new SilentFile(this), null, name, line);
  }

  check(): void {
    if (this.faults.length > 0)
      throw new InvalidScenario(
        this.path,
        this.faults.toSorted((one, other) => one.line - other.line),
      );
  }
}

/** Notes nothing. */
class SilentFile extends YamlFile {
  constructor({ path }: YamlFile) {
    super(path, '');
  }
}
