import type { CaseRegistered, ConfidentialityRaised } from '#cases/domain';
import type { AnyEvent } from '#kernel';
import {
  defineProjection,
  patch,
  remove,
  upsert,
  type Change,
  type EventMeta,
  type RowOf,
  type Tables,
} from '#projections';
import { bigramsOf, digitsOf, initialsOf, wordsOf } from './chinese-words.js';

/** Keyed words stand side by side, each between two spaces: ` k3Zf_a 9dd-21 `. */
export const caseWordTables = {
  case_words: {
    columns: {
      case_id: 'text',
      type_code: 'text',
      township: 'text',
      village: 'text',
      confidentiality: 'text',
      anonymous: 'integer',
      registered_at: 'integer',
      words: 'text',
      /** Of the words, the pairs: by these texts are compared. */
      bigrams: 'text',
    },
    primaryKey: ['case_id'],
    indexes: [['registered_at'], ['township', 'registered_at'], ['type_code', 'registered_at']],
  },
  case_party: {
    columns: { case_id: 'text', party_id: 'text' },
    primaryKey: ['case_id', 'party_id'],
    indexes: [['party_id']],
  },
  /** Apart from the cases, so that a person can be forgotten in one row. */
  party_words: {
    columns: { party_id: 'text', words: 'text', name: 'text', phone: 'text?' },
    primaryKey: ['party_id'],
    indexes: [['name'], ['phone']],
  },
} as const satisfies Tables;

export type CaseWordsRow = RowOf<(typeof caseWordTables)['case_words']>;
type WordChange = Change<typeof caseWordTables>;

type Known = { readonly partyId: string; readonly name: string; readonly phone?: string; readonly erased?: false };

/** What the vault tells of texts and people: in clear, until they are erased; and how a word is written down. */
export interface WordVault {
  blindIndex(kind: string, word: string): string;
  isErased(subject: string): boolean;
  unseal(subject: string, place: { stream: string; revision: number; field: string }, sealed: string): string;
  read(partyIds: Iterable<string>): ReadonlyMap<string, Known | { readonly erased: true }>;
}

/** Kinds are keyed apart: the same character in a name and in a text are two words. */
export const keyedText = (vault: Pick<WordVault, 'blindIndex'>, word: string): string => vault.blindIndex('text', word);
export const keyedName = (vault: Pick<WordVault, 'blindIndex'>, word: string): string => vault.blindIndex('name', word);
export const keyedInitials = (vault: Pick<WordVault, 'blindIndex'>, word: string): string =>
  vault.blindIndex('initials', word);
export const keyedPhone = (vault: Pick<WordVault, 'blindIndex'>, phone: string): string =>
  vault.blindIndex('phone', digitsOf(phone));

const sideBySide = (words: readonly string[]): string => ` ${[...words].sort().join(' ')} `;

const OF_CASE = 'case:';

/**
 * By what words cases and people are found and compared (`docs/domain.md §5.1`), keyed: nothing can be read out of it.
 * Sealed cases are not here; they are found by their number alone. Whoever is erased leaves it with `SubjectErased`,
 * and a later rebuild finds no words of his any more.
 */
export const caseWordsOf = (vault: WordVault) => {
  const keyed = keyedOnce(vault);
  return defineProjection<AnyEvent, typeof caseWordTables>({
    name: 'case-words',
    version: 2,
    tables: caseWordTables,
    on: {
      CaseRegistered: (event, meta) => registered(vault, keyed, event as CaseRegistered, meta),
      ConfidentialityRaised: (event, { stream }) => raised(event as ConfidentialityRaised, stream),
      SubjectErased: ({ data }) => {
        const { subject } = data as { readonly subject: string };
        return subject.startsWith(OF_CASE)
          ? remove('case_words', { case_id: subject.slice(OF_CASE.length) })
          : remove('party_words', { party_id: subject });
      },
    },
  });
};

type Keyed = (word: string) => string;

/** A few thousand characters and pairs make up most of what is written: each of them is hashed once. */
const WORDS_IN_MIND = 20_000;

const keyedOnce = (vault: Pick<WordVault, 'blindIndex'>): Keyed => {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= WORDS_IN_MIND) known.clear();
    const made = keyedText(vault, word);
    known.set(word, made);
    return made;
  };
};

const registered = (
  vault: WordVault,
  keyedWord: Keyed,
  { data }: CaseRegistered,
  { stream, revision, recordedAt }: EventMeta,
): WordChange[] => {
  if (data.confidentiality === 'X') return [];
  const { caseId, parties, place } = data;
  const changes: WordChange[] = parties.map(({ partyId }) =>
    upsert('case_party', { case_id: caseId, party_id: partyId }),
  );
  for (const person of vault.read(parties.map(({ partyId }) => partyId)).values())
    if (!person.erased) changes.push(wordsOfPerson(vault, person));
  const subject = `${OF_CASE}${caseId}`;
  if (vault.isErased(subject)) return changes;
  const text = vault.unseal(subject, { stream, revision, field: 'summary' }, data.summary);
  const keyed = (words: readonly string[]) => sideBySide(words.map(keyedWord));
  changes.push(
    upsert('case_words', {
      ...{ case_id: caseId, type_code: data.typeCode, township: place.townshipId },
      ...{ village: place.villageIds[0] ?? '', confidentiality: data.confidentiality },
      ...{ anonymous: data.anonymous ? 1 : 0, registered_at: recordedAt },
      ...{ words: keyed(wordsOf(text)), bigrams: keyed(bigramsOf(text)) },
    }),
  );
  return changes;
};

const raised = ({ data: { level } }: ConfidentialityRaised, stream: string): WordChange => {
  const key = { case_id: stream.slice('case-'.length) };
  return level === 'X' ? remove('case_words', key) : patch('case_words', key, { confidentiality: level });
};

const wordsOfPerson = (vault: WordVault, { partyId, name, phone }: Known): WordChange => {
  const words = [
    ...wordsOf(name).map((word) => keyedName(vault, word)),
    ...bigramsOf(initialsOf(name)).map((word) => keyedInitials(vault, word)),
  ];
  return upsert('party_words', {
    ...{ party_id: partyId, words: sideBySide(words), name: keyedName(vault, `=${name.trim()}`) },
    ...(phone !== undefined && { phone: keyedPhone(vault, phone) }),
  });
};
