import { describe, expect, it } from '@jest/globals';
import { countyPlan } from './county-plan.js';
import { readScenario } from './read-scenario.js';
import { differencesOf, type Rehearsal } from './rehearsal.js';
import { rehearse } from './rehearse.js';
import { report } from './report.js';
import { InvalidScenario } from './scenario.js';
import { SimulatorHost } from './simulator-host.js';

const HEAD = `
title: a lamp
at: 2026-03-09T08:30
county:
  townships: [{ code: T01, villages: 12 }]
  cadres:
    - { id: anna, role: RESIDENT_INSTRUCTOR, at: T01-V07, skills: { ORG-02: 2 } }
    - { id: dora, role: CENTRE_DIRECTOR, at: T01-RURAL_GUIDANCE }
    - { id: clerk, role: WINDOW_CLERK, at: T01-GENERAL_OFFICE }
steps:
  - at: 2026-03-09T09:00
    by: clerk
    do: RegisterCase
    with: { typeCode: REQ-INF, villageIds: [T01-V07], parties: [{ resident: li }] }
    expect: [CaseRegistered]
`;
const ACCEPTED = `${HEAD}
  - at: 2026-03-09T10:00
    by: dora
    do: AcceptCase
    expect: [CaseAccepted, RiskAssessed]
`;

const play = async (source: string): Promise<Rehearsal> => {
  const scenario = readScenario('lamp.yaml', source);
  const plan = countyPlan(scenario);
  return rehearse(scenario, plan, new SimulatorHost(plan, scenario.at, scenario.reviewDraw));
};
const differences = async (source: string): Promise<string[]> => {
  const rehearsal = await play(source);
  return report(rehearsal, 'en')
    .split('\n')
    .filter((line) => line.startsWith('✗ 2'))
    .map((line) => line.replace(/\s+/g, ' '));
};
const faults = (source: string): string[] => {
  try {
    readScenario('lamp.yaml', source);
  } catch (thrown) {
    if (thrown instanceof InvalidScenario) return thrown.message.split('\n');
    throw thrown;
  }
  return [];
};

describe('a rehearsal finds no difference', () => {
  it('where everything is told as it happens, in a county of three people', async () => {
    const rehearsal = await play(`${ACCEPTED}
    dues: { assign: 2026-03-09T16:00, resolve: 2026-03-18T17:30 }
    state: { stage: ACCEPTED, typeCode: REQ-INF, risk: BLUE, handler: null }
  - at: 2026-03-09T10:30
    by: dora
    do: AssignCase
    expect: [{ CaseAssigned: { handler: $anna, coHandlers: { count: 0 }, decision: { chosenBy: { not: HAND } } } }]
    remember: { first: handler }
  - { at: 2026-03-09T10:30, by: dora, do: Acknowledge, refused: NOT_THE_HANDLER }
  - { at: 2026-03-09T11:00, by: handler, do: Acknowledge, expect: [{ CaseAcknowledged: { by: $first } }] }
`);
    expect(differencesOf(rehearsal)).toEqual([]);
  });

  it('where an event of no interest is ignored, or excepted from a silence', async () => {
    expect(
      await differences(ACCEPTED.replace('steps:', 'ignore: [RiskAssessed]\nsteps:').replace(', RiskAssessed]', ']')),
    ).toEqual([]);
    expect(
      await differences(`${ACCEPTED}
  - silent: { until: 2026-03-09T16:01, except: [StepWarned, StepOverdue] }
`),
    ).toEqual([]);
  });

  it('where leave keeps somebody from a case', async () => {
    const leave = `${ACCEPTED}
  - at: 2026-03-09T10:10
    by: anna
    do: RequestLeave
    to: anna
    with: { leaveId: l1, from: 2026-03-09T11:00, to: 2026-03-11T11:00, substitute: $dora }
  - { at: 2026-03-09T10:20, by: dora, do: ApproveLeave, to: anna, with: { leaveId: l1 } }
  - { at: 2026-03-09T10:30, by: dora, do: AssignCase, refused: NO_CANDIDATE }
`.replace('steps:', 'ignore: [LeaveRequested, LeaveApproved]\nsteps:');
    expect(await differences(leave)).toEqual([]);
  });
});

describe('a rehearsal marks', () => {
  it('an event that nobody told of', async () => {
    expect(await differences(ACCEPTED.replace(', RiskAssessed]', ']'))).toEqual([
      expect.stringContaining('RiskAssessed level=BLUE ← not expected'),
    ]);
  });

  it('an event that did not happen, with what came nearest', async () => {
    expect(
      await differences(`${ACCEPTED}
  - at: 2026-03-09T14:30
    expect: [{ StepWarned: { step: assign } }]
  - silent: { until: 2026-03-09T15:01 }
`),
    ).toEqual([
      expect.stringContaining(
        'StepWarned {"step":"assign"} ← did not happen; nearest: 2026-03-09 14:30 → 2026-03-09 15:00',
      ),
      expect.stringContaining('StepWarned step=assign attempt=1 round=1 ← not expected'),
      expect.stringContaining(
        'silent until 2026-03-09 15:01 ← expected —, got 2026-03-09 15:00 StepWarned [lamp.yaml:',
      ),
    ]);
  });

  it('an event with other data', async () => {
    expect((await differences(ACCEPTED.replace('RiskAssessed]', '{ RiskAssessed: { level: RED } }]')))[1]).toContain(
      'did not happen; nearest: level: RED → BLUE',
    );
  });

  it('a limit, a rung, a state or a figure that is not as told', async () => {
    expect(
      await differences(`${ACCEPTED}
    dues: { assign: 2026-03-09T16:00 }
    rungs: { assign: { WARN: 2026-03-09T15:01, E1: 2026-03-09T16:00, E2: 2026-03-10T09:00, E3: 2026-03-10T11:00 } }
    state: { stage: REGISTERED }
    figures: { M02: { accept: 1/1 } }
`),
    ).toEqual([
      expect.stringContaining('due resolve ← expected —, got 2026-03-18 17:30'),
      expect.stringContaining('rung assign WARN ← expected 2026-03-09 15:01, got 2026-03-09 15:00'),
      expect.stringContaining('state stage ← expected "REGISTERED", got ACCEPTED'),
      expect.stringContaining('figure M02 accept ← expected 1/1, got —'),
    ]);
  });

  it('a refusal that is missing, or another than told', async () => {
    expect(
      await differences(`${ACCEPTED}
  - { at: 2026-03-09T10:30, by: dora, do: AcceptCase, refused: CASE_EXISTS }
  - { at: 2026-03-09T10:30, by: dora, do: AcceptCase }
  - { at: 2026-03-09T10:30, by: dora, do: RejectCase, with: { reason: X }, refused: { code: NOT_IN_STAGE, stage: CLOSED } }
`),
    ).toEqual([
      expect.stringContaining('refusal AcceptCase ← expected CASE_EXISTS, got NOT_IN_STAGE'),
      expect.stringContaining('refusal AcceptCase ← expected —, got NOT_IN_STAGE'),
      expect.stringContaining(
        'refusal RejectCase ← expected NOT_IN_STAGE stage: CLOSED, got NOT_IN_STAGE stage: ACCEPTED',
      ),
    ]);
  });

  it('in Chinese as well', async () => {
    const rehearsal = await play(ACCEPTED.replace(', RiskAssessed]', ']'));
    expect(report(rehearsal, 'zh')).toContain('✗ 1 处不符');
  });
});

describe('a scenario file is refused, every fault with its line', () => {
  it('where words are unknown', () => {
    expect(
      faults(`${HEAD}
  - { at: 2026-03-09T10:00, by: dora, do: AcceptCases }
  - { at: 2026-03-09T10:00, by: nobody, do: AcceptCase, expects: [] }
  - { at: 2026-03-09T10:00, expect: [CaseAcceptd], dues: { acept: 2026-03-09T10:00 } }
`),
    ).toEqual([
      expect.stringMatching(/^lamp\.yaml:17: do: unknown command AcceptCases; known: RegisterCase, /),
      expect.stringMatching(/^lamp\.yaml:18: by: nobody is called nobody; see `people`$/),
      expect.stringMatching(/^lamp\.yaml:18: expects: unknown field; known here: at, case, by, do/),
      expect.stringMatching(/^lamp\.yaml:19: expect\[1\]: unknown event CaseAcceptd; known: CaseRegistered/),
      expect.stringMatching(/^lamp\.yaml:19: acept: unknown step; known: accept, assign/),
    ]);
  });

  it('where something is missing, or of the wrong kind', () => {
    expect(faults('title: x\nat: tomorrow\nsteps: none\n')).toEqual([
      'lamp.yaml:2: at: expected a local time as 2026-02-13T16:40, got tomorrow',
      'lamp.yaml:3: steps: expected a list, as `- item` or `[item, …]`',
    ]);
    expect(
      faults(`${HEAD}
  - { at: 2026-03-09T10:00, do: RejectCase, with: { guidance: the court, why: x } }
`),
    ).toEqual([
      'lamp.yaml:17: do: `by` is missing: who does it',
      'lamp.yaml:17: with: `reason` is missing in `with`',
      'lamp.yaml:17: why: unknown field; known here: reason, guidance',
    ]);
  });

  it('where time runs backwards or a name comes before it is given', () => {
    expect(
      faults(`${HEAD}
  - { at: 2026-03-09T08:59, expect: [] }
  - { at: 2026-03-09T10:00, expect: [{ CaseAssigned: { handler: $second } }], remember: { second: handler } }
`),
    ).toEqual([
      'lamp.yaml:17: steps[2]: lies before the step above it',
      'lamp.yaml:18: CaseAssigned: nobody is called $second up to here',
    ]);
  });

  it('where it is no YAML', () => {
    expect(faults('title: [x\n')[0]).toMatch(/^lamp\.yaml:\d+: /);
  });
});
