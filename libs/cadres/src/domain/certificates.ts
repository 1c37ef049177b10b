import { reject } from '#kernel';
import { skillOf } from '#policy';
import { localDayOf, startOfDay } from '#working-time';
import { isValid, type CadreRecord, type Certificate } from './cadre-facts.js';
import type {
  ExpireCertificate,
  RecognisedCertificate,
  RenewCertificate,
  RevokeCertificate,
} from './cadre.commands.js';
import { LEVELS, REVOCATION_REASONS, type CadreEvent, type SkillLevel } from './cadre.events.js';
import type { Cadre, CadreContext } from './cadre-state.js';
import { monthsAfter } from './months-after.js';
import { requireOpaque } from './opaque-id.js';

const DAY = 86_400_000;
const SHA256 = /^[0-9a-f]{64}$/;

const levelOf = (level: number): SkillLevel =>
  LEVELS.find((known) => known === level) ?? reject('LEVEL_INVALID', { field: 'level', level });

const certificateOf = (record: CadreRecord, skill: string): Certificate | undefined =>
  record.certificates.find((certificate) => certificate.skill === skill);

export const recognise = (
  { skill, level, validFrom, evidence }: RecognisedCertificate,
  record: CadreRecord,
  context: CadreContext,
): CadreEvent[] => {
  const { code, validMonths } = skillOf(context.policy, skill);
  // the first certificate rests on a document, every later one on an exam (`docs/domain.md §2.3`)
  if (certificateOf(record, code)) return reject('CERTIFICATE_BY_EXAM_ONLY', { field: 'skill', skill });
  if (evidence.kind !== 'DOCUMENT') return reject('EVIDENCE_NOT_A_DOCUMENT', { field: 'evidence' });
  if (evidence.reference.trim() === '' || !SHA256.test(evidence.sha256)) {
    return reject('EVIDENCE_MISSING', { field: 'evidence' });
  }
  requireOpaque({ reference: evidence.reference });
  const from = startOfDay(localDayOf(validFrom));
  const validTo = monthsAfter(from, validMonths);
  if (from > context.now) return reject('CERTIFICATE_IN_THE_FUTURE', { field: 'validFrom' });
  if (validTo <= context.now) return reject('CERTIFICATE_EXPIRED', { field: 'validFrom', validTo });
  return [
    {
      type: 'CertificateIssued',
      occurredAt: context.now,
      data: { cadreId: record.cadreId, skill: code, level: levelOf(level), validFrom: from, validTo, evidence },
    },
  ];
};

export const renew = ({ data }: RenewCertificate, record: CadreRecord, context: CadreContext): CadreEvent[] => {
  const { code, validMonths } = skillOf(context.policy, data.skill);
  const { expiringDays, renewalUses } = context.policy.certificates;
  const certificate = certificateOf(record, code);
  if (!certificate) return reject('CERTIFICATE_UNKNOWN', { skill: code });
  if (certificate.revokedAt !== undefined) return reject('CERTIFICATE_REVOKED', { skill: code });
  if (!isValid(certificate, context.now)) return reject('CERTIFICATE_EXPIRED', { skill: code });
  const opensAt = certificate.validTo - expiringDays * DAY;
  if (context.now < opensAt) return reject('RENEWAL_TOO_EARLY', { skill: code, opensAt });
  const { by, level = certificate.level } = data;
  const { ratedUses = 0 } = context;
  if (by.kind === 'EXAM') requireOpaque({ sessionId: by.sessionId });
  else {
    if (ratedUses < renewalUses) return reject('SERVICE_USES_TOO_FEW', { needed: renewalUses, count: ratedUses });
    if (level > certificate.level) return reject('LEVEL_NEEDS_EXAM', { field: 'level', level });
  }
  return [
    {
      type: 'CertificateRenewed',
      occurredAt: context.now,
      data: {
        cadreId: record.cadreId,
        skill: code,
        level: levelOf(level),
        validFrom: certificate.validFrom,
        validTo: monthsAfter(certificate.validTo, validMonths),
        evidence: by.kind === 'EXAM' ? by : { ...by, count: ratedUses },
      },
    },
  ];
};

export const expire = (
  { data }: ExpireCertificate,
  record: CadreRecord,
  cadre: Cadre,
  { now, actor }: CadreContext,
): CadreEvent[] => {
  if (actor.role !== 'SYSTEM') return reject('SYSTEM_ONLY');
  const certificate = certificateOf(record, data.skill);
  if (!certificate) return reject('CERTIFICATE_UNKNOWN', { skill: data.skill });
  const { skill, validTo } = certificate;
  // renewed or revoked since the order was made, or already written down
  if (validTo !== data.due || certificate.revokedAt !== undefined || cadre.expired[skill] === validTo) return [];
  if (now < validTo) return reject('NOT_YET_DUE', { due: validTo });
  return [{ type: 'CertificateExpired', occurredAt: validTo, data: { cadreId: record.cadreId, skill, validTo } }];
};

export const revoke = ({ data }: RevokeCertificate, record: CadreRecord, { now }: CadreContext): CadreEvent[] => {
  const { skill, reason } = data;
  if (!REVOCATION_REASONS.includes(reason)) return reject('REASON_UNKNOWN', { field: 'reason' });
  const certificate = certificateOf(record, skill);
  if (!certificate) return reject('CERTIFICATE_UNKNOWN', { skill });
  if (certificate.revokedAt !== undefined) return [];
  return [{ type: 'CertificateRevoked', occurredAt: now, data: { cadreId: record.cadreId, skill, reason } }];
};
