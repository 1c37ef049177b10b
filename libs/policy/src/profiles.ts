import type { Limit } from '#working-time';
import { byCode } from './by-code.js';
import type { Priority, ProfileCode, Text, Tier } from './codes.js';
import { CD, h, m, WD, WH } from './limits.js';

/** What counts as the first response (`docs/domain.md §4.1`, column "respond"). */
export type RespondKind =
  'CONTACT' | 'ON_SITE' | 'BOTH_PARTIES' | 'ANSWER' | 'PAPERS_LIST' | 'INTERVIEW' | 'QUESTION_PUBLISHED';

/** `docs/domain.md §4.1`. A step without a limit has no clock of its own. */
export interface Profile {
  readonly code: ProfileCode;
  readonly name: Text;
  readonly priority: Priority;
  readonly limits: {
    readonly accept: Limit;
    /** `self`: the window clerk handles it at once. */
    readonly assign: Limit | 'self';
    readonly ack: Limit | null;
    /** `resolve`: answered is resolved. */
    readonly respond: Limit | 'resolve' | null;
    readonly resolve: Limit;
    /** null: no satisfaction review (petitions have appeals instead). */
    readonly review: Limit | null;
  };
  /** null where the step does not exist. */
  readonly respondKind: RespondKind | null;
  /** Resolving means the danger is controlled; a follow-up case is opened for the rest. */
  readonly opensFollowUp?: boolean;
  /** The resolve limit is the promise of the service item where one is named. */
  readonly resolveByItem?: boolean;
  /** Percent of the resolved cases that are reviewed. */
  readonly reviewSample: number;
  /** Resolve limit after the longest extension, from the step's start; without it, twice the resolve limit. */
  readonly extendableTo?: Limit;
  /** Days from acceptance by which each tier's budget ends (`§4.1`). */
  readonly tierBudgets?: Readonly<Record<Tier, number>>;
  /** Profile one priority step up (`§4.3`), where there is one. */
  readonly stepUp?: ProfileCode;
  /** Clocks that never stop (`§5.1`, `§5.7`). */
  readonly suspendable: boolean;
  readonly pausedByMobilisation: boolean;
}

/** Reviewed one and all; stops while suspended and in a mobilisation: what most profiles share. */
const usual = {
  respondKind: 'CONTACT',
  reviewSample: 100,
  suspendable: true,
  pausedByMobilisation: true,
} as const;

/** The 12 profiles (`docs/domain.md §4.1`; steps up §4.3; what a mobilisation pauses §5.7). */
export const PROFILES = byCode<ProfileCode, Profile>([
  {
    ...usual,
    code: 'S-EMG',
    name: { zh: '特急', en: 'Emergency' },
    priority: 'P1',
    limits: { accept: m(15), assign: m(15), ack: m(10), respond: h(2), resolve: h(24), review: WD(2) },
    opensFollowUp: true,
    pausedByMobilisation: false,
  },
  {
    ...usual,
    code: 'S-URG',
    name: { zh: '紧急', en: 'Urgent' },
    priority: 'P2',
    limits: { accept: h(1), assign: h(1), ack: m(30), respond: h(4), resolve: WD(3), review: WD(3) },
    pausedByMobilisation: false,
  },
  {
    ...usual,
    code: 'S-STD',
    name: { zh: '一般', en: 'Standard' },
    priority: 'P3',
    limits: { accept: WD(1), assign: WH(4), ack: WH(4), respond: WD(1), resolve: WD(7), review: WD(3) },
    stepUp: 'S-URG',
  },
  {
    ...usual,
    code: 'S-SLOW',
    name: { zh: '缓办', en: 'Slow' },
    priority: 'P4',
    limits: { accept: WD(2), assign: WD(1), ack: WD(1), respond: WD(3), resolve: WD(15), review: WD(5) },
    stepUp: 'S-STD',
  },
  {
    ...usual,
    code: 'S-QRY',
    name: { zh: '咨询', en: 'Question' },
    priority: 'P4',
    limits: { accept: WH(4), assign: WH(2), ack: WH(2), respond: 'resolve', resolve: WD(1), review: WD(3) },
    respondKind: 'ANSWER',
    reviewSample: 20,
    extendableTo: WD(3),
  },
  {
    ...usual,
    code: 'S-SRV',
    name: { zh: '技能服务', en: 'Skill service' },
    priority: 'P3',
    limits: { accept: WH(2), assign: WH(2), ack: WH(2), respond: WD(1), resolve: WD(7), review: WD(3) },
    stepUp: 'S-URG',
  },
  {
    ...usual,
    code: 'S-MED',
    name: { zh: '纠纷', en: 'Dispute' },
    priority: 'P3',
    limits: { accept: WD(3), assign: WD(1), ack: WH(4), respond: WD(2), resolve: CD(30), review: WD(5) },
    respondKind: 'BOTH_PARTIES',
    tierBudgets: { V: 7, T: 17, K: 30 },
    stepUp: 'S-MEDU',
  },
  {
    ...usual,
    code: 'S-MEDU',
    name: { zh: '易激化纠纷', en: 'Dispute likely to flare up' },
    priority: 'P2',
    limits: { accept: h(1), assign: h(1), ack: m(30), respond: h(2), resolve: CD(15), review: WD(3) },
    respondKind: 'ON_SITE',
    tierBudgets: { V: 3, T: 8, K: 15 },
    pausedByMobilisation: false,
  },
  {
    ...usual,
    code: 'S-AGI',
    name: { zh: '即办', en: 'At once' },
    priority: 'P4',
    limits: { accept: WH(0.5), assign: 'self', ack: null, respond: null, resolve: WD(1), review: WD(3) },
    respondKind: null,
    reviewSample: 10,
  },
  {
    ...usual,
    code: 'S-AGP',
    name: { zh: '承诺件', en: 'Promised item' },
    priority: 'P3',
    limits: { accept: WD(1), assign: WH(4), ack: WH(4), respond: WD(1), resolve: WD(5), review: WD(3) },
    respondKind: 'PAPERS_LIST',
    resolveByItem: true,
  },
  {
    ...usual,
    code: 'S-PET',
    name: { zh: '信访', en: 'Petition' },
    priority: 'P3',
    limits: { accept: CD(15), assign: WD(2), ack: WD(1), respond: WD(5), resolve: CD(60), review: null },
    respondKind: 'INTERVIEW',
    // Appeals take the place of the review.
    reviewSample: 0,
    // The statutory 30 days once.
    extendableTo: CD(90),
    suspendable: false,
    pausedByMobilisation: false,
  },
  {
    ...usual,
    code: 'S-INQ',
    name: { zh: '村务质询', en: 'Village affairs inquiry' },
    priority: 'P3',
    limits: { accept: WD(2), assign: WD(1), ack: WD(1), respond: WD(3), resolve: WD(10), review: WD(5) },
    respondKind: 'QUESTION_PUBLISHED',
  },
]);
