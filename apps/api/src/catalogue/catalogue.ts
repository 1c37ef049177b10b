import { CHANNELS, extendedAtMost, ROLES, type Choice, type PolicySet, type Profile, type Text } from '#policy';
import type { Limit } from '#working-time';
import type { CatalogueAnswer, LimitAnswer, Named, ProfileAnswer } from './catalogue.answers.js';

const named = (names: Readonly<Record<string, Text>>): Named[] =>
  Object.entries(names).map(([code, name]) => ({ code, name: { ...name } }));

const chosen = (choices: Readonly<Record<string, Choice>>): Named[] =>
  Object.entries(choices).map(([code, { name }]) => ({ code, name: { ...name } }));

/** A clock of its own, or nothing: `self` and `resolve` are done with another step. */
const clock = (limit: Limit | string | null): LimitAnswer | undefined =>
  limit === null || typeof limit === 'string' ? undefined : { ...limit };

const profileAnswer = (profile: Profile): ProfileAnswer => {
  const { accept, assign, ack, respond, resolve, review } = profile.limits;
  const optional = { assign: clock(assign), ack: clock(ack), respond: clock(respond), review: clock(review) };
  const given = Object.fromEntries(Object.entries(optional).filter(([, limit]) => limit !== undefined));
  return {
    code: profile.code,
    name: { ...profile.name },
    priority: profile.priority,
    respondKind: profile.respondKind,
    limits: { accept: { ...accept }, ...given, resolve: { ...resolve } },
    extension: { ...resolve, n: extendedAtMost(profile).n - resolve.n },
  };
};

/** The policy as the pages need it: names in both languages, and the numbers that explanations speak of. */
export const catalogueOf = (policy: PolicySet): CatalogueAnswer => {
  const { choices, review } = policy;
  return {
    policyVersion: policy.version,
    caseTypes: Object.values(policy.caseTypes).map((type) => ({
      code: type.code,
      name: { ...type.name },
      channels: [...type.channels],
      anonymousAllowed: type.anonymousAllowed,
      dispute: type.dispute,
      profile: type.profile,
      tier: type.tier,
      confidentiality: type.confidentiality,
      produce: Object.keys(type.skillOfProduce ?? {}),
    })),
    channels: named(CHANNELS),
    skills: Object.values(policy.skills).map(({ code, name, category }) => ({ code, name: { ...name }, category })),
    profiles: Object.values(policy.profiles).map(profileAnswer),
    choices: {
      outcomes: chosen(choices.closeOutcomes),
      rejectReasons: Object.entries(choices.rejectReasons).map(([code, { name, route }]) => ({
        code,
        name: { ...name },
        route: { ...route },
      })),
      declineReasons: chosen(choices.declineReasons),
      suspendReasons: chosen(choices.suspendReasons),
      withdrawReasons: chosen(choices.withdrawReasons),
      agencyItems: chosen(choices.agencyItems),
      papers: chosen(choices.papers),
      transferBodies: chosen(choices.transferBodies),
      ratings: chosen(choices.ratings),
      ratingReasons: chosen(choices.ratingReasons),
    },
    roles: named(ROLES),
    weights: { ...policy.assignment.weights },
    workingHours: policy.calendar.workingHours.map(([from, to]) => ({ from, to })),
    review: {
      minAttempts: review.minAttempts,
      minDays: review.minDays,
      minChannels: review.minChannels,
      dissatisfiedUpTo: review.dissatisfiedUpTo,
      panelSize: review.panelSize,
    },
    claimableHours: policy.claimableHours,
  };
};
