import type { AssignmentDecision, Clock, TimelineEntry } from '../api/cases';
import { listed, t, te, word } from '../language';
import { channelName, choiceName, personName, roleName, skillName, officeName, typeName, type People } from '../names';
import { instant, limitInWords, type When } from './time';

export type Tone = 'plain' | 'good' | 'warn' | 'late';

/** One event as people read it. */
export interface Told {
  readonly sentence: string;
  readonly tone: Tone;
  /** Further facts, a line each. */
  readonly points: readonly string[];
  /** What somebody wrote, in his own words. */
  readonly quote?: string;
  readonly clocks: readonly Clock[];
  readonly decision?: AssignmentDecision;
}

interface Recipient {
  readonly cadreId?: string;
  readonly role?: string;
  readonly unit?: string;
}

/** Everything an event of a case may carry; which of it there is depends on its type. */
interface Data {
  readonly [field: string]: unknown;
  readonly by?: string;
  readonly handler?: string;
  readonly coHandlers?: readonly string[];
  readonly from?: string;
  readonly reason?: string;
  readonly step?: string;
  readonly to?: readonly Recipient[];
  readonly panel?: readonly string[];
  readonly skillsUsed?: readonly string[];
  readonly clocks?: readonly Clock[];
  readonly decision?: AssignmentDecision;
  readonly rating?: number;
  readonly missingSkill?: string;
  readonly outcome?: string;
  readonly factors?: Readonly<Record<string, number>>;
}

const TONES: Readonly<Record<string, Tone>> = {
  CaseResolved: 'good',
  CaseClosed: 'good',
  StepWarned: 'warn',
  AssignmentRelaxed: 'warn',
  AssignmentDeclined: 'warn',
  StepOverdue: 'late',
  CaseEscalated: 'late',
  SupervisionReminded: 'late',
  CaseReopened: 'late',
  CountyReviewOpened: 'late',
  MediationConsented: 'good',
  ConsentReminded: 'warn',
  TierRaised: 'warn',
  CaseSuspended: 'warn',
  FollowUpCaseOpened: 'late',
  PoliceReported: 'warn',
  RiskCheckMissed: 'late',
};

/** Field in which the event keeps free text. */
const QUOTES: Readonly<Record<string, string>> = {
  CaseRegistered: 'summary',
  CaseRejected: 'guidance',
  AssignmentDeclined: 'note',
  FirstResponseRecorded: 'note',
  ProgressRecorded: 'note',
  LimitExtended: 'reason',
  CaseResolved: 'result',
  CaseTransferredOut: 'note',
  CaseWithdrawn: 'reason',
  CountyReviewDecided: 'reason',
  EscalationActionTaken: 'reason',
  MediationBarred: 'note',
  TierRaised: 'reason',
  CaseSuspended: 'note',
  MergeUndone: 'reason',
  DuplicateJudged: 'reason',
  PoliceReported: 'note',
  RiskChecked: 'note',
  RiskLowered: 'reason',
  ConfidentialityRaised: 'reason',
  RecusalDeclared: 'reason',
  OutsideLawDecided: 'reason',
  CaseAccepted: 'newFacts',
  ReExaminationRequested: 'grounds',
  ReExaminationAnswered: 'answer',
  FinalReviewRequested: 'grounds',
  FinalReviewAnswered: 'answer',
  WithdrawalRequested: 'reason',
  PoliceResultRecorded: 'note',
};

/** Their clocks are the old ones with a rung less: no new limit begins. */
const KEEPS_CLOCKS = ['CaseEscalated', 'SupervisionReminded', 'EscalationActionTaken'];

export const told = (entry: TimelineEntry, people: People): Told => {
  const data = entry.data as Data;
  const name = (id: string | undefined): string => (id === undefined ? t('person.nobody') : personName(people, id));
  const recipients = listed((data.to ?? []).map((to) => recipient(to, name)));
  const values = {
    who: name(entry.by.id),
    role: roleName(entry.by.role),
    handler: name(data.handler),
    mediator: name(data['mediatorId'] as string | undefined),
    from: name(data.from),
    recused: name(data['cadreId'] as string | undefined),
    reader: name(data['reader'] as string | undefined),
    step: data.step === undefined ? '' : word('step', data.step),
    to: recipients,
    ...wordsOf(entry.type, data),
  };
  const key = `timeline.${toldAs(entry.type, data)}`;
  const quote = data[QUOTES[entry.type] ?? ''];
  return {
    sentence: te(key) ? t(key, values) : t('timeline.unknown', { type: entry.type }),
    tone: TONES[entry.type] ?? 'plain',
    points: pointsOf(entry.type, data, name),
    clocks: KEEPS_CLOCKS.includes(entry.type) ? [] : (data.clocks ?? []),
    ...(typeof quote === 'string' && quote !== '' && { quote }),
    ...(data.decision && { decision: data.decision }),
  };
};

/** Where the same event is told in other words. */
const toldAs = (type: string, data: Data): string => {
  if (data['automatic'] === true) return 'ResolvedByItself';
  return type === 'LimitExtended' && data['mediationId'] !== undefined ? 'LimitExtendedByAll' : type;
};

const recipient = ({ cadreId, role, unit }: Recipient, name: (id: string) => string): string =>
  cadreId === undefined ? `${officeName(unit ?? '')} ${roleName(role ?? '')}` : name(cadreId);

/** Codes of the event as words. */
const wordsOf = (type: string, data: Data): Readonly<Record<string, unknown>> => {
  const coded = (group: string, field: string): string => word(group, String(data[field]));
  const when = (field: string): string => (data[field] === undefined ? '' : instant(data[field] as When));
  switch (type) {
    case 'CaseRegistered':
      return { channel: channelName(String(data['channel'])), caseNo: data['caseNo'] };
    case 'RiskAssessed':
      return { level: coded('risk', 'level'), score: data['score'] };
    case 'CaseRejected':
      return { reason: choiceName('rejectReasons', data.reason ?? '') };
    case 'AssignmentRelaxed':
      return { how: coded('relaxation', 'step') };
    case 'CaseReassigned':
      return { reason: coded('reassignReason', 'reason') };
    case 'AssignmentDeclined':
      return { reason: choiceName('declineReasons', data.reason ?? '') };
    case 'FirstResponseRecorded':
      return { contact: coded('contact', 'contact') };
    case 'CaseResolved':
    case 'CaseClosed':
      return { outcome: choiceName('outcomes', data.outcome ?? '') };
    case 'CaseTransferredOut':
      return { body: choiceName('transferBodies', String(data['body'])) };
    case 'CaseReopened':
      return { round: data['round'], because: coded('reopened', 'because') };
    case 'CountyReviewOpened':
      return { round: data['round'], rating: choiceName('ratings', data.rating ?? '') };
    case 'CountyReviewDecided':
      return { verdict: coded('verdict', 'verdict') };
    case 'AgencyEntrusted':
      return { item: choiceName('agencyItems', String(data['item'])) };
    case 'MissingMaterialsListed':
    case 'MaterialsReminded':
      return {
        papers: listed((data['missing'] as readonly string[]).map((paper) => choiceName('papers', paper))),
        until: when('until'),
      };
    case 'AgencySubmitted':
      return { body: choiceName('transferBodies', String(data['body'])) };
    case 'AgencyResultReceived':
      return { result: word('agencyResult', data['granted'] === true ? 'granted' : 'refused') };
    case 'SavingRecorded':
      return { trips: data['trips'], days: data['days'], saving: Number(data['saving']) / 100 };
    case 'OriginalMoved':
      return {
        paper: choiceName('papers', String(data['paper'])),
        before: coded('paperHolder', 'before'),
        holder: coded('paperHolder', 'holder'),
      };
    case 'AcceptanceNoticed':
      return { accepted: word('stage', data['accepted'] === true ? 'ACCEPTED' : 'REJECTED') };
    case 'PetitionReplied':
    case 'ReExaminationRequested':
    case 'FinalReviewRequested':
      return { body: coded('petitionBody', 'body') };
    case 'AnswerDelivered':
      return { answer: coded('petitionAnswer', 'answer') };
    case 'ReExaminationAnswered':
    case 'FinalReviewAnswered':
      return { verdict: coded('examinationVerdict', 'verdict') };
    case 'PetitionFinalised':
      return { because: coded('finalisedBecause', 'because') };
    case 'FinalPetitionLinked':
      return { caseNo: data['caseNo'] };
    case 'WithdrawalLapsed':
      return { because: coded('withdrawalLapsed', 'because') };
    case 'StepOverdue':
      return { due: instant(data['dueAt'] as When, { ending: true }) };
    case 'CaseEscalated':
      return { level: coded('level', 'level'), because: coded('escalatedBecause', 'because') };
    case 'MediationRequested':
    case 'NextTierOffered':
      return { tier: coded('tier', 'tier') };
    case 'MediationConcluded':
      return { tier: coded('tier', 'tier'), outcome: coded('mediationOutcome', 'outcome') };
    case 'MediationBarred':
      return { bar: coded('mediationBar', 'bar') };
    case 'TierRaised':
      return {
        fromTier: coded('tier', 'from'),
        tier: coded('tier', 'tier'),
        because: coded('raiseReason', 'because'),
      };
    case 'TierOfferAnswered':
      return { accepts: t(data['accepts'] === true ? 'timeline.yes' : 'timeline.no') };
    case 'TierBudgetStretched':
      return { until: when('until') };
    case 'CaseSuspended':
      return { reason: choiceName('suspendReasons', data.reason ?? ''), until: when('until') };
    case 'CaseResumed':
      return { because: coded('resumeReason', 'because') };
    case 'PriorityRaised':
      return { priority: coded('priority', 'priority') };
    case 'DuplicateJudged':
    case 'JudgementNoted':
      return { otherNo: data['otherNo'], verdict: coded('linkVerdict', 'verdict') };
    case 'CaseAbsorbed':
      return { sourceNo: data['sourceNo'] };
    case 'FollowUpCaseOpened':
      return { followUpType: typeName(String(data['typeCode'])) };
    case 'PoliceResultRecorded': {
      const found = ['gambling', 'seriousCrime'].filter((one) => data[one] === true);
      return { found: listed((found.length > 0 ? found : ['nothing']).map((one) => word('policeFound', one))) };
    }
    case 'RiskChecked':
      return { level: coded('risk', 'level') };
    case 'RiskCheckMissed':
      return { level: coded('risk', 'level'), due: instant(data['dueAt'] as When, { ending: true }) };
    case 'RiskLowered':
      return { level: coded('risk', 'level'), fromLevel: coded('risk', 'from') };
    case 'ConfidentialityRaised':
      return { level: coded('confidentiality', 'level'), fromLevel: coded('confidentiality', 'from') };
    case 'RecusalDeclared':
      return { declaredBy: coded('declaredBy', 'declaredBy') };
    case 'OutsideLawDecided':
      return { approves: t(data['approves'] === true ? 'timeline.yes' : 'timeline.no') };
    case 'RiskTold':
      return { whom: coded('toldOfRisk', 'whom') };
    case 'EscalationActionTaken':
      return { action: coded('escalationAction', 'action'), until: when('heldUntil') };
    default:
      return {};
  }
};

const pointsOf = (type: string, data: Data, name: (id: string) => string): readonly string[] => {
  const point = (key: string, values: Readonly<Record<string, unknown>>): string => t(`timeline.point.${key}`, values);
  const points: string[] = [];
  if (data.coHandlers?.length) points.push(point('coHandlers', { names: listed(data.coHandlers.map(name)) }));
  if (data.factors) points.push(...riskPoints(data.factors));
  if (data.missingSkill !== undefined) points.push(point('missingSkill', { skill: skillName(data.missingSkill) }));
  if (data.skillsUsed?.length) points.push(point('skillsUsed', { skills: listed(data.skillsUsed.map(skillName)) }));
  if (data['claimed'] === true) points.push(point('claimed', {}));
  if (data.rating !== undefined && type !== 'CountyReviewOpened')
    points.push(point('rating', { rating: choiceName('ratings', data.rating) }));
  if (data.panel?.length) points.push(point('panel', { names: listed(data.panel.map(name)) }));
  if (data['actionDueAt'] !== undefined) points.push(point('actionDue', { due: instant(data['actionDueAt'] as When) }));
  if (data['heldUntil'] !== undefined) points.push(point('heldUntil', { until: instant(data['heldUntil'] as When) }));
  return points;
};

/** Points by factor; a factor without points forced the highest level. */
const riskPoints = (factors: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(factors)
    .filter(([factor, score]) => score > 0 || te(`riskForced.${factor}`))
    .map(([factor, score]) =>
      te(`riskForced.${factor}`)
        ? t(`riskForced.${factor}`)
        : t('timeline.point.risk', { factor: word('riskFactor', factor), score }),
    );

export const startedClock = (clock: Clock): string =>
  t(clock.why.cause === 'EXTENSION' ? 'timeline.point.clockExtended' : 'timeline.point.clock', {
    step: word('step', clock.step),
    limit: limitInWords(clock.why.limit),
    due: instant(clock.dueAt, { ending: true }),
  });
