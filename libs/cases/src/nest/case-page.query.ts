import { Injectable } from '@nestjs/common';
import { can, requireMay, type Subject } from '#access/domain';
import { CommandExecutor, EventStore, type StoredEvent } from '#event-store';
import { IdentityVault, isSealed, maskName, maskPhone } from '#identity-vault';
import { reject } from '#kernel';
import { caseTypeOf, policyOf } from '#policy';
import { toIso, type Derivation } from '#working-time';
import { caseDecider, type Case, type CaseEvent, type CaseFile, type CaseId, type StepClock } from '#cases/domain';
import { resourceOf } from './case-access.js';
import { allowedCommands } from './allowed-commands.js';
import { caseStream, caseSubject } from './case-streams.js';
import { SealedReadingLog } from './sealed-reading-log.js';
import { StaffNames } from './staff-names.js';

/** One case as its page shows it: from the log itself, so that everybody sees his own change at once. */
@Injectable()
export class CasePage {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly store: EventStore,
    private readonly vault: IdentityVault,
    private readonly names: StaffNames,
    private readonly readings: SealedReadingLog,
  ) {}

  /** @throws CommandRejected `NOT_FOUND` for a case that is not there, or not for this person */
  async read(caseId: CaseId, subject: Subject) {
    const { state, revision } = await this.executor.load(caseDecider, caseStream(caseId));
    if (!state.file) return reject('NOT_FOUND');
    requireMay('case.read', subject, resourceOf(state));
    if (state.file.confidentiality === 'X') await this.readings.note(caseId, subject);
    const history = (await this.store.readStream(caseStream(caseId))) as readonly StoredEvent<CaseEvent>[];
    const timeline = history.map((stored) => this.entry(caseId, stored));
    return {
      revision,
      ...this.caseOf(state, state.file),
      summary: timeline[0]?.data.summary,
      parties: this.partiesOf(state.file, can('case.reveal', subject, resourceOf(state))),
      allowed: allowedCommands(state, subject),
      timeline,
      people: this.names.of(peopleIn(timeline)),
    };
  }

  private caseOf(state: Case, file: CaseFile) {
    const type = caseTypeOf(policyOf(file.policyVersion), file.typeCode);
    return {
      caseId: file.caseId,
      caseNo: file.caseNo,
      type: { code: type.code, name: type.name, dispute: type.dispute },
      channel: file.channel,
      stage: state.stage,
      tier: file.tier,
      round: state.round,
      priority: file.priority,
      profile: file.profile,
      confidentiality: file.confidentiality,
      anonymous: file.anonymous,
      place: file.place,
      risk: state.risk ?? null,
      riskCheckDueAt: state.watch ? toIso(state.watch.checkDueAt) : null,
      representatives: state.representatives,
      policeReported: state.policeReported,
      related: Object.entries(state.judged).flatMap(([id, { caseNo, verdict }]) =>
        verdict === 'RELATED' ? [{ caseId: id, caseNo }] : [],
      ),
      handler: state.handler ?? null,
      coHandlers: state.coHandlers,
      recused: state.recused,
      readers: state.readers,
      outsideLaw: state.outsideLaw
        ? { rating: state.outsideLaw.rating, appealUntil: instantOrNull(state.outsideLaw.appealUntil) }
        : null,
      pastHandlers: state.pastHandlers,
      agency: state.agency ?? null,
      outcome: state.outcome ?? null,
      escalated: state.escalated,
      policyVersion: file.policyVersion,
      registeredAt: toIso(file.registeredAt),
      clocks: state.clocks.map(clockOf),
    };
  }

  private partiesOf({ parties }: CaseFile, reveal: boolean) {
    const people = this.vault.read(parties.map(({ partyId }) => partyId));
    return parties.map(({ partyId, side, vulnerable }) => {
      const person = people.get(partyId);
      if (!person || person.erased) return { partyId, side, vulnerable, erased: true };
      const { name, phone } = person;
      return {
        partyId,
        side,
        vulnerable,
        masked: !reveal,
        name: reveal ? name : maskName(name),
        ...(phone !== undefined && { phone: reveal ? phone : maskPhone(phone) }),
      };
    });
  }

  private entry(caseId: CaseId, { stream, revision, recordedAt, event, metadata }: StoredEvent<CaseEvent>) {
    const data: Record<string, unknown> = { ...event.data };
    for (const [field, value] of Object.entries(data)) {
      if (typeof value === 'string' && isSealed(value)) {
        data[field] = this.vault.unseal(caseSubject(caseId), { stream, revision, field }, value);
      }
      if (field === 'clocks') data[field] = (value as StepClock[]).map(clockOf);
      if (typeof value === 'number' && INSTANTS.has(field)) data[field] = toIso(value);
    }
    return {
      revision,
      type: event.type,
      occurredAt: toIso(event.occurredAt),
      recordedAt: toIso(recordedAt),
      by: { id: metadata.actor.id, role: metadata.actor.role },
      data,
    };
  }
}

const instantOrNull = (at: number | undefined): string | null => (at === undefined ? null : toIso(at));

/** Fields of events that hold an instant. */
const INSTANTS = new Set(['dueAt', 'actionDueAt', 'heldUntil', 'appealUntil']);

type TimelineEntry = { readonly by: { readonly id: string }; readonly data: Record<string, unknown> };

/** Instants for people: ISO with offset. The derivation says why the due is when it is. */
const clockOf = ({ startedAt, dueAt, rungs, derivation, ...clock }: StepClock) => ({
  ...clock,
  startedAt: toIso(startedAt),
  dueAt: toIso(dueAt),
  rungs: rungs.map(({ level, at }) => ({ level, at: toIso(at) })),
  why: {
    ...whyOf(derivation.derivation),
    provisional: derivation.provisional,
    calendarVersion: derivation.calendarVersion,
  },
});

const whyOf = ({ from, pausedAt, count, previous, ...rest }: Derivation): Record<string, unknown> => ({
  ...rest,
  from: toIso(from),
  ...(pausedAt !== undefined && { pausedAt: toIso(pausedAt) }),
  count: count.by === 'WORKING_TIME' ? { ...count, begins: toIso(count.begins) } : count,
  ...(previous && { previous: whyOf(previous) }),
});

/** Everybody of the staff whom the timeline names. */
const peopleIn = (timeline: readonly TimelineEntry[]): ReadonlySet<string> =>
  new Set(
    timeline.flatMap(({ by, data }) => {
      const { handler, from, chair, mediatorId, cadreId, reader, coHandlers, panel, decision, to } = data as {
        cadreId?: string;
        reader?: string;
        handler?: string;
        from?: string;
        chair?: string;
        mediatorId?: string;
        coHandlers?: string[];
        panel?: string[];
        decision?: { ranked: { cadreId: string }[] };
        to?: { cadreId?: string }[];
      };
      return [
        by.id,
        handler,
        from,
        chair,
        mediatorId,
        cadreId,
        reader,
        ...(coHandlers ?? []),
        ...(panel ?? []),
        ...(decision?.ranked.map(({ cadreId }) => cadreId) ?? []),
        ...(to?.map(({ cadreId }) => cadreId) ?? []),
      ].filter((id): id is string => id !== undefined && id !== 'system');
    }),
  );
