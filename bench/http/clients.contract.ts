/** Cookies by township, of handlers by their ids. */
type Cookies = Readonly<Record<string, string>>;

export type Asked =
  | {
      readonly kind: 'briefing';
      readonly port: number;
      readonly helloPort: number;
      readonly clerks: Cookies;
      readonly directors: Cookies;
      readonly cadres: Cookies;
    }
  | { readonly kind: 'hello' | 'lifecycle'; readonly clients: number; readonly milliseconds: number };

export type Told = { readonly done: number; readonly failed?: never } | { readonly failed: string };
