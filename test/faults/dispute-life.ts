import { following, type Person } from './people.js';

const HOUR_MS = 3_600_000;
/** An urgent session is fixed two hours ahead at least (`docs/domain.md §5.2`). */
const NOTICE_MS = 2 * HOUR_MS;
const ROUTES = { routesTold: ['ADMINISTRATIVE', 'COURT'] };
/** As a matter is accepted that holds no danger. */
export const NO_SIGNS = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };

/** Where neighbours are brought together, and who does it. */
export interface MediationCentre {
  readonly clerk: Person;
  readonly director: Person;
  /** Who is in the village takes the dispute: the director names him, whoever else would come first. */
  readonly handlers: ReadonlyMap<string, Person>;
  readonly mediators: readonly Person[];
}

/** How a dispute goes that nobody has talked about yet. */
export type NewDispute = 'declined' | 'terminated' | 'failed' | 'fixed';
/** How one goes whose session has come. */
export type Talk = 'oral' | 'written' | 'failed';

/** A case and its mediation as far as they have come, with whoever handles them. */
export class Dispute {
  private revision = 0;
  private mediationId = '';
  private mediation = 0;
  private parties: readonly string[] = [];
  private readonly mediator: Person;

  private constructor(
    private readonly centre: MediationCentre,
    private readonly id: string,
    private readonly caseId: string,
    private readonly handler: Person,
    turn: number,
  ) {
    this.mediator = centre.mediators[turn % centre.mediators.length]!;
  }

  /** Registered, accepted, assigned, answered, and a mediation proposed in a stream of its own. */
  static async opened(centre: MediationCentre, id: string, turn: number): Promise<Dispute> {
    const villages = [...centre.handlers.keys()];
    const village = villages[turn % villages.length]!;
    const handler = centre.handlers.get(village)!;
    const side = (side: string) => ({
      ...{ name: `金丝雀某${id}${side}`, phone: '000-7357-0000', side },
      vulnerable: side === 'RESPONDENT', // an old neighbour: the matter is urgent
    });
    const { caseId, revision } = await centre.clerk.command(`${id}-register`, {
      path: '/api/cases',
      event: 'CaseRegistered',
      body: {
        ...{ typeCode: 'DSP-NBR', channel: 'HOTLINE', villageIds: [village], anonymous: false },
        ...{ parties: [side('REPORTER'), side('RESPONDENT')], summary: `金丝雀的话：为一堵墙 ${id}` },
      },
    });
    const dispute = new Dispute(centre, id, caseId as string, handler, turn);
    dispute.revision = revision as number;
    const { director } = centre;
    await dispute.send(director, 'accept', 'RiskAssessed', NO_SIGNS);
    await dispute.send(director, 'assign', 'CaseAssigned', { cadreId: await handler.id() });
    await dispute.send(handler, 'acknowledge', 'CaseAcknowledged');
    await dispute.send(handler, 'first-response', 'FirstResponseRecorded', {
      ...{ contact: 'VISIT', note: '金丝雀的话：双方都见了' },
    });
    await dispute.send(handler, 'mediation', 'MediationRequested');
    dispute.mediationId = `${dispute.caseId}-m1`;
    const mediation = await following(handler, `/api/mediations/${dispute.mediationId}`, () => true);
    dispute.mediation = mediation['revision'] as number;
    dispute.parties = mediation['parties'] as readonly string[];
    return dispute;
  }

  async goOn(how: NewDispute, now: number): Promise<void> {
    if (how === 'declined') return this.declined();
    await this.consented();
    if (how === 'terminated') return this.terminated();
    await this.mediatorFound();
    if (how === 'failed') return this.failed();
    await this.sessionFixed(now + NOTICE_MS + HOUR_MS);
  }

  /** Up to the session, which is as early as may be. */
  async prepared(now: number): Promise<void> {
    await this.consented();
    await this.mediatorFound();
    await this.sessionFixed(now + NOTICE_MS);
  }

  /** The session has come. */
  async talked(how: Talk): Promise<void> {
    const { mediator, parties } = this;
    await this.mediate(mediator, 'sessions/minutes', 'SessionHeld', {
      attended: parties,
      minutes: '金丝雀的话：各说各的',
    });
    if (how === 'failed') return this.failed();
    if (how === 'oral') await this.mediate(mediator, 'oral-agreement', 'OralAgreementReached', this.terms());
    else await this.written();
    await this.caseAllows('ResolveCase', ({ timeline }) => happened(timeline, 'MediationConcluded'));
    await this.send(this.handler, 'resolve', 'CaseResolved', {
      ...{ outcome: 'AGREED', result: '金丝雀的话：说好了', skillsUsed: ['STB-03'] },
    });
    if (how === 'oral') await this.performed();
  }

  private async consented(): Promise<void> {
    for (const party of this.parties)
      await this.mediate(this.handler, 'consents', 'PartyConsented', { party, consents: true });
  }

  /** The first one offered is not wanted by one of them. */
  private async mediatorFound(): Promise<void> {
    const { handler, mediator, centre, parties } = this;
    const other = centre.mediators.find((one) => one !== mediator)!;
    await this.mediate(handler, 'mediators', 'MediatorProposed', { mediatorId: await other.id() });
    await this.mediate(handler, 'mediators/answers', 'MediatorRefused', { party: parties[0], accepts: false });
    await this.mediate(handler, 'mediators', 'MediatorProposed', { mediatorId: await mediator.id() });
    for (const party of parties)
      await this.mediate(handler, 'mediators/answers', 'MediatorAccepted', { party, accepts: true });
  }

  private async sessionFixed(startsAt: number): Promise<void> {
    const instant = new Date(startsAt).toISOString().replace('Z', '+00:00');
    await this.mediate(this.handler, 'sessions', 'SessionScheduled', { startsAt: instant });
  }

  private async written(): Promise<void> {
    const { mediator, parties, centre } = this;
    await this.mediate(mediator, 'draft', 'AgreementDrafted', this.terms());
    for (const signer of [...parties, await mediator.id()])
      await this.mediate(mediator, 'signatures', 'AgreementSigned', { signer });
    await this.mediate(centre.director, 'seal', 'AgreementEffective', {});
  }

  private terms(): object {
    const dueOn = localDayIn(240 * HOUR_MS);
    return { terms: [{ obligor: this.parties[1], dueOn }], content: '金丝雀的话：墙矮一尺' };
  }

  /** What was written stays open, what was said is done at once. */
  private async performed(): Promise<void> {
    const [saidBy] = this.parties;
    await this.mediate(this.handler, 'performance', 'AgreementFulfilled', {
      ...{ term: 1, performedOn: localDayIn(0), saidBy, note: '金丝雀的话：矮了' },
    });
  }

  private async declined(): Promise<void> {
    await this.mediate(this.handler, 'consents', 'RemediesInformed', { party: this.parties[1], consents: false });
    await this.nextTierRefused();
  }

  private async terminated(): Promise<void> {
    await this.mediate(this.handler, 'terminate', 'MediationTerminated', { party: this.parties[0], ...ROUTES });
    await this.nextTierRefused();
  }

  private async nextTierRefused(): Promise<void> {
    await this.caseAllows('AnswerTierOffer');
    const answer = { party: this.parties[1], accepts: false };
    await this.send(this.handler, 'tier-offer-answers', 'CaseResolved', answer);
  }

  /** No agreement: the case goes up by itself, and its mediator takes it there. */
  private async failed(): Promise<void> {
    const { centre, mediator } = this;
    await this.mediate(mediator, 'fail', 'MediationFailed', ROUTES);
    await this.caseAllows('AssignCase', () => true, centre.director);
    await this.send(centre.director, 'assign', 'CaseAssigned', { cadreId: await mediator.id() }, 'assign-above');
    await this.send(mediator, 'acknowledge', 'CaseAcknowledged', {}, 'acknowledge-above');
  }

  /** Waits until what happened in the mediation has reached the case. */
  private async caseAllows(
    command: string,
    there: (body: Record<string, unknown>) => boolean = () => true,
    by = this.handler,
  ): Promise<void> {
    const seen = await following(
      by,
      `/api/cases/${this.caseId}`,
      (body) => (body['allowed'] as string[]).includes(command) && there(body),
    );
    this.revision = seen['revision'] as number;
  }

  private async send(by: Person, route: string, event: string, body: object = {}, name = route): Promise<void> {
    const { id, caseId, revision } = this;
    const answer = await by.command(`${id}-${name}`, { path: `/api/cases/${caseId}/${route}`, event, body, revision });
    this.revision = answer['revision'] as number;
  }

  /** Each step has a key of its own: what it is, and at which revision it came. */
  private async mediate(by: Person, route: string, event: string, body: object): Promise<void> {
    const { id, mediationId, mediation: revision } = this;
    const answer = await by.command(`${id}-${route.replace('/', '-')}-${revision}`, {
      path: `/api/mediations/${mediationId}/${route}`,
      stream: `mediation-${mediationId}`,
      ...{ event, body, revision },
    });
    this.mediation = answer['revision'] as number;
  }
}

const happened = (timeline: unknown, type: string): boolean =>
  (timeline as readonly { readonly type: string }[]).some((one) => one.type === type);

/** The county lives at +08:00. */
const localDayIn = (ms: number): string => new Date(Date.now() + ms + 8 * HOUR_MS).toISOString().slice(0, 10);
