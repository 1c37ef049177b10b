import type { Instant } from '#kernel';
import { fromIso, type LocalDay } from '#working-time';

/** A mediation as whoever may read the case sees it. */
export interface SeenMediation {
  readonly mediationId: string;
  readonly revision: number;
  readonly stage: string;
  readonly parties: readonly string[];
  readonly consented: readonly string[];
  readonly offered?: { readonly mediatorId: string; readonly acceptedBy: readonly string[] };
  readonly refused: readonly string[];
  readonly mediator?: string;
  readonly sessions: readonly { readonly endsAt: Instant; readonly held: boolean }[];
  readonly draft?: { readonly signers: readonly string[]; readonly sealed: boolean };
  readonly writtenOnly: boolean;
  /** What was agreed, as far as it is not done. */
  readonly owed: readonly SeenTerm[];
}

interface SeenTerm {
  readonly term: number;
  readonly dueOn: LocalDay;
  /** When it is looked at next. */
  readonly dueAt: Instant;
  readonly urged: boolean;
}

interface Page {
  readonly mediationId: string;
  readonly revision: number;
  readonly stage: string;
  readonly parties: readonly string[];
  readonly consented: readonly string[];
  readonly offered: { readonly mediatorId: string; readonly acceptedBy: readonly string[] } | null;
  readonly refused: readonly string[];
  readonly mediator: string | null;
  readonly sessions: readonly { readonly endsAt: string; readonly held: boolean }[];
  readonly draft: { readonly signatures: readonly { readonly signer: string }[]; readonly sealed: boolean } | null;
  readonly writtenOnly: boolean;
  readonly terms: readonly {
    readonly term: number;
    readonly dueOn: LocalDay;
    readonly dueAt: string | null;
    readonly stage: string;
  }[];
}

export const seenMediation = (body: unknown): SeenMediation => {
  const { offered, mediator, sessions, draft, terms, ...page } = body as Page;
  return {
    ...page,
    ...(offered && { offered }),
    ...(mediator !== null && { mediator }),
    sessions: sessions.map(({ endsAt, held }) => ({ endsAt: fromIso(endsAt), held })),
    ...(draft && { draft: { signers: draft.signatures.map(({ signer }) => signer), sealed: draft.sealed } }),
    owed: terms.flatMap(({ term, dueOn, dueAt, stage }) =>
      dueAt === null || page.stage !== 'PERFORMING' || stage === 'PERFORMED'
        ? []
        : [{ term, dueOn, dueAt: fromIso(dueAt), urged: stage === 'URGED' }],
    ),
  };
};
