import { Injectable } from '@nestjs/common';
import { scopeOf, type Subject } from '#access/domain';
import { isValid, type Handover, type RequestedLeave } from '#cadres/domain';
import { cadres, type CadreSummary } from '#cadres/read';
import { keysetOf, pageOf, type Page } from '#http';
import { IdentityVault, maskPhone } from '#identity-vault';
import { Clock } from '#platform';
import { ReadModels } from '#projections';
import { toIso } from '#working-time';
import type { FoundCadre } from './cadre.handler.js';
import type { CadresQuery } from './cadre-requests.js';

export interface CadreLine extends Omit<CadreSummary, 'personRef' | 'skills'> {
  /** Absent once erased. */
  readonly name?: string;
  readonly skills: readonly { readonly skill: string; readonly level: number; readonly validTo: string }[];
}

export interface LeaveView {
  readonly leaveId: string;
  readonly from: string;
  readonly to: string;
  readonly substitute?: string;
}

const leaveView = ({ leaveId, from, to, substitute }: RequestedLeave): LeaveView => ({
  ...{ leaveId, from: toIso(from), to: toIso(to) },
  ...(substitute !== undefined && { substitute }),
});

export interface HandoverView {
  readonly leaveId: string;
  readonly caseId: string;
  /** Of a mediation that he holds; else it is a case that he leads. */
  readonly mediationId?: string;
  readonly substitute: string;
  readonly dueAt: string;
  /** Somebody else has it, or it fell due without anybody. */
  readonly over: boolean;
}

const handoverView = ({ leaveId, task, substitute, dueAt, over }: Handover): HandoverView => ({
  ...{ leaveId, substitute, over },
  caseId: task.caseId,
  ...(task.kind === 'MEDIATION' && { mediationId: task.mediationId }),
  dueAt: toIso(dueAt),
});

export interface CadreView {
  readonly cadreId: string;
  readonly kind: string;
  readonly name?: string;
  /** Masked. */
  readonly phone?: string;
  readonly gender?: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly roles: readonly string[];
  readonly villages: readonly string[];
  readonly awaitingPost: boolean;
  readonly onCall: boolean;
  readonly reachable: boolean;
  readonly postings: readonly {
    readonly postingId: string;
    readonly role: string;
    readonly path: string;
    readonly from: string;
    readonly to?: string;
  }[];
  readonly certificates: readonly {
    readonly skill: string;
    readonly level: number;
    readonly validFrom: string;
    readonly validTo: string;
    readonly valid: boolean;
    readonly revokedAt?: string;
  }[];
  /** Approved. */
  readonly leave: readonly LeaveView[];
  /** Asked for and not yet decided. */
  readonly leaveRequests: readonly LeaveView[];
  /** What had, or has, to be handed over for his leaves. */
  readonly handovers: readonly HandoverView[];
}

/** The directory and a single record, with names from the vault, within what the reader may see. */
@Injectable()
export class CadreViews {
  constructor(
    private readonly models: ReadModels,
    private readonly vault: IdentityVault,
    private readonly clock: Clock,
  ) {}

  async list(
    { limit, cursor, township, skill, minLevel, role }: CadresQuery,
    actor: Subject,
  ): Promise<Page<CadreLine>> {
    const [after] = keysetOf(cursor, ['']) ?? [];
    const found = await cadres(this.models, {
      limit,
      at: this.clock.now(),
      scope: scopeOf('cadre.read', actor),
      ...(township !== undefined && { township }),
      ...(skill !== undefined && { skill }),
      ...(minLevel !== undefined && { minLevel }),
      ...(role !== undefined && { role }),
      ...(after !== undefined && { after }),
    });
    const { items, next } = pageOf(found, limit, ({ cadreId }) => [cadreId]);
    const people = this.vault.read(items.map(({ personRef }) => personRef));
    const lines = items.map(({ personRef, skills, ...line }): CadreLine => {
      const person = people.get(personRef);
      return {
        ...line,
        ...(person && !person.erased && { name: person.name }),
        skills: skills.map((held) => ({ ...held, validTo: toIso(held.validTo) })),
      };
    });
    return { items: lines, ...(next !== undefined && { next }) };
  }

  one({ record, requested, handovers }: Omit<FoundCadre, 'revision'>): CadreView {
    const now = this.clock.now();
    const { personRef, phoneRef = personRef } = record;
    const people = this.vault.read([personRef, phoneRef]);
    const [person, service] = [people.get(personRef), people.get(phoneRef)];
    const phone = service && !service.erased ? service.phone : undefined;
    const { cadreId, kind, gender, unitId, unitPath, roles, villages, awaitingPost, onCall, reachable } = record;
    return {
      ...{ cadreId, kind, unitId, unitPath, roles, villages, awaitingPost, onCall, reachable },
      ...(gender && { gender }),
      ...(person && !person.erased && { name: person.name }),
      ...(phone !== undefined && { phone: maskPhone(phone) }),
      postings: record.postings.map(({ postingId, role, path, from, to }) => ({
        ...{ postingId, role, path, from: toIso(from) },
        ...(to !== undefined && { to: toIso(to) }),
      })),
      certificates: record.certificates.map((certificate) => ({
        skill: certificate.skill,
        level: certificate.level,
        validFrom: toIso(certificate.validFrom),
        validTo: toIso(certificate.validTo),
        valid: isValid(certificate, now),
        ...(certificate.revokedAt !== undefined && { revokedAt: toIso(certificate.revokedAt) }),
      })),
      leave: record.leave.map(leaveView),
      leaveRequests: requested.map(leaveView),
      handovers: handovers.map(handoverView),
    };
  }
}
