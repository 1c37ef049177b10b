import { describe, expect, it } from '@jest/globals';
import { countyPlan } from './county-plan.js';
import { readScenario } from './read-scenario.js';
import { differencesOf, type Rehearsal } from './rehearsal.js';
import { rehearse } from './rehearse.js';
import { SimulatorHost } from './simulator-host.js';

const REQUESTED = `
title: a ditch
at: 2026-03-09T08:30
county:
  townships: [{ code: T01, villages: 12 }]
  cadres:
    - { id: anna, role: RESIDENT_INSTRUCTOR, at: T01-V07, skills: { STB-03: 2, STB-12: 1, ORG-20: 1 } }
    - { id: bo, role: MEDIATOR, at: T01-STABILITY_MEDIATION, skills: { STB-03: 2, ORG-20: 1 } }
    - { id: dora, role: CENTRE_DIRECTOR, at: T01-STABILITY_MEDIATION }
    - { id: clerk, role: WINDOW_CLERK, at: T01-GENERAL_OFFICE }
ignore: [CaseRegistered, CaseAccepted, RiskAssessed, CaseAssigned, CaseAcknowledged, FirstResponseRecorded]
steps:
  - at: 2026-03-10T09:20
    by: clerk
    do: RegisterCase
    with:
      typeCode: DSP-WTR
      villageIds: [T01-V07]
      parties: [{ resident: li, side: APPLICANT }, { resident: wang, side: RESPONDENT }]
  - { at: 2026-03-10T10:05, by: dora, do: AcceptCase }
  - { at: 2026-03-10T10:20, by: dora, do: AssignCase, with: { cadreId: $anna } }
  - { at: 2026-03-10T10:50, by: anna, do: Acknowledge }
  - { at: 2026-03-10T11:00, by: anna, do: RecordFirstResponse }
  - at: 2026-03-10T11:10
    by: anna
    do: StartMediation
    expect: [MediationRequested, MediationProposed: { tier: V, parties: [$li, $wang] }]
    state: { stage: IN_MEDIATION }
`;
const MEDIATED = `${REQUESTED}
  - { at: 2026-03-10T14:00, by: anna, do: RecordConsent, with: { party: $li }, expect: [PartyConsented: { all: false }] }
  - at: 2026-03-10T14:00
    by: anna
    do: ScheduleSession
    with: { startsAt: 2026-03-12T15:00 }
    refused: { code: CONSENT_MISSING, awaited: [$wang] }
  - at: 2026-03-10T14:05
    by: anna
    do: RecordConsent
    with: { party: $wang }
    expect: [PartyConsented: { all: true }, MediationConsented]
  - { at: 2026-03-10T14:10, by: anna, do: ProposeMediator, with: { mediatorId: $clerk }, refused: MEDIATOR_NOT_REGISTERED }
  - at: 2026-03-10T14:10
    by: anna
    do: ProposeMediator
    with: { mediatorId: $bo }
    expect: [MediatorProposed: { mediatorId: $bo, offer: 1 }]
  - { at: 2026-03-10T14:20, by: anna, do: AnswerMediator, with: { party: $li }, expect: [MediatorAccepted] }
  - at: 2026-03-10T14:20
    by: anna
    do: AnswerMediator
    with: { party: $wang }
    expect: [MediatorAccepted: { all: true }, MediatorAppointed: { mediatorId: $bo }]
  - at: 2026-03-10T14:30
    by: bo
    do: ScheduleSession
    with: { startsAt: 2026-03-12T15:00, form: SEPARATE, parties: [$li] }
    expect: [RightsInformed, SessionScheduled: { session: 1, endsAt: 2026-03-12T17:00, parties: [$li] }]
  - { at: 2026-03-12T15:40, by: bo, do: RecordSession, with: { attended: [$li] }, expect: [SessionHeld: { session: 1 }] }
`;

const play = async (source: string): Promise<Rehearsal> => {
  const scenario = readScenario('ditch.yaml', source);
  const plan = countyPlan(scenario);
  return rehearse(scenario, plan, new SimulatorHost(plan, scenario.at, scenario.reviewDraw));
};
const holds = async (source: string): Promise<void> => expect(differencesOf(await play(source))).toEqual([]);

describe('a mediation is rehearsed in its own words', () => {
  it('to a written agreement', async () => {
    await holds(`${MEDIATED}
  - at: 2026-03-12T15:50
    by: bo
    do: DraftAgreement
    with: { terms: [{ obligor: $wang, amount: 20000, dueOn: 2026-03-31 }] }
    expect: [AgreementDrafted: { draft: 1, terms: [{ term: 1, obligor: $wang, amount: 20000, dueOn: 2026-03-31 }] }]
  - { at: 2026-03-12T16:00, by: bo, do: SignAgreement, with: { signer: $li }, expect: [AgreementSigned] }
  - at: 2026-03-12T16:00
    by: bo
    do: SignAgreement
    with: { signer: $wang, manner: FINGERPRINT }
    expect: [AgreementSigned: { as: PARTY }]
  - { at: 2026-03-12T16:01, by: bo, do: SignAgreement, with: { signer: $bo }, expect: [AgreementSigned: { as: MEDIATOR }] }
  - at: 2026-03-12T16:30
    by: dora
    do: SealAgreement
    expect: [AgreementSealed, AgreementEffective: { draft: 1 }, MediationConcluded: { outcome: AGREED }]
    state: { stage: IN_PROGRESS }
`);
  });

  it('to an oral one', async () => {
    await holds(`${MEDIATED}
  - at: 2026-03-12T15:45
    by: bo
    do: RecordOralAgreement
    expect: [OralAgreementReached: { mediatorId: $bo }, MediationConcluded: { outcome: AGREED }]
  - { at: 2026-03-12T15:50, by: bo, do: RecordFailure, refused: { code: MEDIATION_OVER, stage: PERFORMING } }
`);
  });

  it('to a refusal, a party leaving, violence', async () => {
    await holds(`${REQUESTED}
  - at: 2026-03-10T14:00
    by: anna
    do: RecordConsent
    with: { party: $wang, consents: false }
    expect: [PartyDeclined, RemediesInformed, MediationConcluded: { outcome: DECLINED }, NextTierOffered]
`);
    await holds(`${MEDIATED}
  - at: 2026-03-12T16:00
    by: bo
    do: TerminateByParty
    with: { party: $li, routesTold: [COURT] }
    expect:
      - RemediesInformed: { routes: [COURT] }
      - MediationTerminated: { because: PARTY, party: $li }
      - MediationConcluded: { outcome: TERMINATED }
      - NextTierOffered
`);
    await holds(`${MEDIATED}
  - at: 2026-03-12T16:00
    by: bo
    do: RecordFailure
    expect: [RemediesInformed, MediationFailed, MediationConcluded: { outcome: FAILED }, TierRaised: { tier: T }]
`);
  });

  it('the second one of a case is meant once it is open', async () => {
    await holds(`${MEDIATED}
  - at: 2026-03-12T16:00
    by: anna
    do: RaiseTier
    expect:
      - TierRaised: { tier: T }
      - MediationConcluded: { outcome: FAILED, endedByCase: TIER_RAISED }
      - MediationFailed: { because: TIER_RAISED }
  - { at: 2026-03-13T09:00, by: dora, do: AssignCase, with: { cadreId: $bo } }
  - { at: 2026-03-13T09:10, by: bo, do: Acknowledge }
  - { at: 2026-03-13T09:30, by: bo, do: RecordFirstResponse }
  - { at: 2026-03-13T09:40, by: bo, do: StartMediation, expect: [MediationRequested, MediationProposed: { tier: T }] }
  - { at: 2026-03-13T09:45, by: bo, do: RecordConsent, with: { party: $li }, expect: [PartyConsented: { all: false }] }
`);
  });
});
