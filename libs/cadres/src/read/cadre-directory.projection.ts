import type { CadreEvent, CertificateIssuedData } from '#cadres/domain';
import { defineProjection, patch, upsert, type RowOf, type RowsOf, type Tables } from '#projections';

export const cadreDirectoryTables = {
  cadre_directory: {
    columns: {
      cadre_id: 'text',
      kind: 'text',
      person_ref: 'text',
      phone_ref: 'text?',
      unit_id: 'text',
      unit_path: 'text',
      /** JSON array: roles beside those of the postings. */
      standing_roles: 'text',
      gender: 'text?',
      awaiting_post: 'integer',
      on_call: 'integer',
      reachable: 'integer',
    },
    primaryKey: ['cadre_id'],
    indexes: [['unit_path', 'cadre_id']],
  },
  cadre_posting: {
    columns: {
      cadre_id: 'text',
      posting_id: 'text',
      role: 'text',
      path: 'text',
      residence: 'integer',
      started_at: 'integer',
      ended_at: 'integer?',
    },
    primaryKey: ['cadre_id', 'posting_id'],
    indexes: [['path', 'cadre_id']],
  },
  cadre_certificate: {
    columns: {
      cadre_id: 'text',
      skill: 'text',
      level: 'integer',
      valid_from: 'integer',
      valid_to: 'integer',
      revoked_at: 'integer?',
    },
    primaryKey: ['cadre_id', 'skill'],
    indexes: [['skill', 'cadre_id']],
  },
  cadre_leave: {
    columns: {
      cadre_id: 'text',
      leave_id: 'text',
      starts_at: 'integer',
      ends_at: 'integer',
      substitute: 'text?',
      /** `REQUESTED`, `APPROVED`, `CANCELLED`. */
      status: 'text',
      decided_at: 'integer?',
    },
    primaryKey: ['cadre_id', 'leave_id'],
    indexes: [['status', 'starts_at']],
  },
} as const satisfies Tables;

export type CadreDirectoryRows = RowsOf<typeof cadreDirectoryTables>;
export type CadreDirectoryRow = RowOf<(typeof cadreDirectoryTables)['cadre_directory']>;

const certificate = ({ cadreId, skill, level, validFrom, validTo }: CertificateIssuedData) =>
  upsert('cadre_certificate', {
    cadre_id: cadreId,
    skill,
    level,
    valid_from: validFrom,
    valid_to: validTo,
    revoked_at: null,
  });

/** Who serves where, in what role, certified in what. Names stay in the vault; kin is nobody's to look up here. */
export const cadreDirectory = defineProjection<CadreEvent, typeof cadreDirectoryTables>({
  name: 'cadre-directory',
  version: 1,
  tables: cadreDirectoryTables,
  on: {
    CadreRegistered: ({ data: { cadreId, kind, personRef, phoneRef, unitId, unitPath, roles, gender } }) => {
      const onCall = kind === 'LAY_MEDIATOR' ? 0 : 1;
      return upsert('cadre_directory', {
        cadre_id: cadreId,
        kind,
        person_ref: personRef,
        phone_ref: phoneRef ?? null,
        unit_id: unitId,
        unit_path: unitPath,
        standing_roles: JSON.stringify(roles),
        gender: gender ?? null,
        on_call: onCall,
        reachable: onCall,
      });
    },
    PostingStarted: ({ data: { cadreId, postingId, role, path, residence, from } }) =>
      upsert('cadre_posting', {
        cadre_id: cadreId,
        posting_id: postingId,
        role,
        path,
        residence: residence ? 1 : 0,
        started_at: from,
      }),
    PostingEnded: ({ data: { cadreId, postingId, to } }) =>
      patch('cadre_posting', { cadre_id: cadreId, posting_id: postingId }, { ended_at: to }),
    CertificateIssued: ({ data }) => certificate(data),
    CertificateRenewed: ({ data }) => certificate(data),
    CertificateRevoked: ({ data: { cadreId, skill }, occurredAt }) =>
      patch('cadre_certificate', { cadre_id: cadreId, skill }, { revoked_at: occurredAt }),
    LeaveRequested: ({ data: { cadreId, leaveId, from, to, substitute } }) =>
      upsert('cadre_leave', {
        cadre_id: cadreId,
        leave_id: leaveId,
        starts_at: from,
        ends_at: to,
        substitute: substitute ?? null,
        status: 'REQUESTED',
      }),
    LeaveApproved: ({ data: { cadreId, leaveId, substitute }, occurredAt }) =>
      patch(
        'cadre_leave',
        { cadre_id: cadreId, leave_id: leaveId },
        { status: 'APPROVED', substitute, decided_at: occurredAt },
      ),
    LeaveCancelled: ({ data: { cadreId, leaveId }, occurredAt }) =>
      patch('cadre_leave', { cadre_id: cadreId, leave_id: leaveId }, { status: 'CANCELLED', decided_at: occurredAt }),
    AwaitingPostSet: ({ data: { cadreId, awaitingPost } }) =>
      patch('cadre_directory', { cadre_id: cadreId }, { awaiting_post: awaitingPost ? 1 : 0 }),
    OnCallChanged: ({ data: { cadreId, onCall, reachable } }) =>
      patch('cadre_directory', { cadre_id: cadreId }, { on_call: onCall ? 1 : 0, reachable: reachable ? 1 : 0 }),
  },
});
