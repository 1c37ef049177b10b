import { Injectable } from '@nestjs/common';
import { requireMay, type Subject } from '#access/domain';
import { CommandExecutor, EventStore } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { reject } from '#kernel';
import { toIso } from '#working-time';
import {
  isFollowUp,
  mediationDecider,
  type Confirmation,
  type FollowedTerm,
  type FollowUpEvent,
  type Mediation,
  type MediationEvent,
  type MediationId,
  type Proposal,
  type Session,
} from '#mediation/domain';
import { allowedCommands, resourceOf } from './mediation-access.js';
import { MediationSurroundings } from './mediation-surroundings.js';
import { caseSubject, mediationStream } from './mediation.handler.js';

/** One mediation as its page shows it: from the log itself, so that everybody sees his own change at once. */
@Injectable()
export class MediationPage {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly store: EventStore,
    private readonly vault: IdentityVault,
    private readonly surroundings: MediationSurroundings,
  ) {}

  /** @throws CommandRejected `NOT_FOUND` for a mediation that is not there, or not for this person */
  async read(mediationId: MediationId, subject: Subject) {
    const { state, proposal, revision, resource } = await this.open(mediationId);
    requireMay('mediation.read', subject, resource, 'mediation.read');
    return {
      revision,
      ...shown(state, proposal),
      followUp: state.agreement ? await this.followUpOf(mediationId) : [],
      allowed: allowedCommands(state, subject, resource),
      people: await this.namesOf(state),
    };
  }

  /**
   * What was said and agreed: for those who took part in handling and mediating only.
   * @throws CommandRejected `NOT_FOUND`, or `NOT_ALLOWED` to who may see the mediation but not its minutes
   */
  async minutes(mediationId: MediationId, subject: Subject) {
    const { proposal, revision, resource } = await this.open(mediationId);
    requireMay('mediation.read-minutes', subject, resource, 'mediation.read');
    const stream = mediationStream(mediationId);
    const history = await this.store.readStream(stream);
    const opened = (revisionOf: number, field: string, sealed: string): string =>
      this.vault.unseal(caseSubject(proposal.caseId), { stream, revision: revisionOf, field }, sealed);
    const sessions = history.flatMap(({ event, revision: at }) => {
      const { type, data, occurredAt } = event as MediationEvent;
      if (type !== 'SessionHeld') return [];
      const { session, form, attended, minutes, by } = data;
      return [{ session, form, attended, heldAt: toIso(occurredAt), by, minutes: opened(at, 'minutes', minutes) }];
    });
    const agreements = history.flatMap(({ event, revision: at }) => {
      const { type, data, occurredAt } = event as MediationEvent;
      if (type !== 'AgreementDrafted' && type !== 'OralAgreementReached') return [];
      const about = type === 'AgreementDrafted' ? { kind: 'WRITTEN', draft: data.draft } : { kind: 'ORAL' };
      return [{ ...about, at: toIso(occurredAt), terms: data.terms, content: opened(at, 'content', data.content) }];
    });
    return { revision, mediationId, sessions, agreements };
  }

  /** What became of the agreement, without the words of people. */
  private async followUpOf(mediationId: MediationId) {
    const history = await this.store.readStream(mediationStream(mediationId));
    return history.flatMap(({ event }) => {
      const followed = event as MediationEvent;
      return isFollowUp(followed) ? [entryOf(followed)] : [];
    });
  }

  private async open(mediationId: MediationId) {
    const { state, revision } = await this.executor.load(mediationDecider, mediationStream(mediationId));
    const proposal = state.proposal ?? reject('NOT_FOUND');
    const resource = resourceOf(state, await this.surroundings.caseOf(proposal.caseId));
    return { state, proposal, revision, resource };
  }

  /** Names of those who serve are public. */
  private async namesOf({ mediators, offered }: Mediation): Promise<Readonly<Record<string, string>>> {
    const ids = [...new Set([...mediators, ...(offered ? [offered.mediatorId] : [])])];
    const registered = await Promise.all(ids.map((id) => this.surroundings.mediator(id)));
    const known = registered.flatMap((mediator) => mediator ?? []);
    const people = this.vault.read(known.map(({ personRef }) => personRef));
    return Object.fromEntries(
      known.flatMap(({ cadreId, personRef }) => {
        const person = people.get(personRef);
        return !person || person.erased ? [] : [[cadreId, person.name] as const];
      }),
    );
  }
}

const shown = (state: Mediation, proposal: Proposal) => ({
  ...proposal,
  stage: state.stage,
  consented: state.consented,
  offered: state.offered ?? null,
  offers: state.offers,
  refused: state.refused,
  mediator: state.mediator ?? null,
  mediators: state.mediators,
  seats: state.panel,
  extended: state.extended,
  rightsTold: state.rightsTold,
  sessions: state.sessions.map(sessionOf),
  draft: state.draft
    ? { draft: state.draft.draft, signatures: state.draft.signatures, sealed: state.draft.sealed }
    : null,
  agreement: state.agreement?.kind ?? null,
  routesTold: state.routesTold,
  terms: state.agreement?.terms.map(termOf) ?? [],
  confirmation: state.agreement?.confirmation ? confirmationOf(state.agreement.confirmation) : null,
});

/** How much is owed stands in the minutes. */
const termOf = ({ term, obligor, dueOn, stage, dueAt, performedOn }: FollowedTerm) => ({
  ...{ term, obligor, dueOn, stage },
  dueAt: dueAt === undefined ? null : toIso(dueAt),
  performedOn: performedOn ?? null,
});

/** Whom it is about and until when, where it says so. */
const entryOf = (event: FollowUpEvent) => {
  const at = { type: event.type, at: toIso(event.occurredAt) };
  switch (event.type) {
    case 'TermPerformed': {
      const { term, performedOn, saidBy } = event.data;
      return { ...at, terms: [term], performedOn, ...(saidBy !== undefined && { party: saidBy }) };
    }
    case 'PerformanceUrged': {
      const { term, obligor, due } = event.data;
      return { ...at, terms: [term], party: obligor, until: toIso(due.at) };
    }
    case 'AgreementBreached':
      return { ...at, terms: event.data.terms };
    case 'ConfirmationReminded':
      return { ...at, until: toIso(event.data.until) };
    default:
      return at;
  }
};

const confirmationOf = ({ stage, until }: Confirmation) => ({ stage, until: toIso(until) });

const sessionOf = ({ startsAt, endsAt, ...session }: Session) => ({
  ...session,
  startsAt: toIso(startsAt),
  endsAt: toIso(endsAt),
});
