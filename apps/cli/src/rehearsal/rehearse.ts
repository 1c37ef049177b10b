import { caseDecider, type Case, type CaseEvent, type FollowUpCaseOpened } from '#cases/domain';
import type { Instant } from '#kernel';
import type { MediationProposed } from '#mediation/domain';
import { CURRENT_POLICY } from '#policy';
import { FiguresFold } from '#simulation';
import { figureChecks, stateChecks, type Check } from './checks.js';
import { mismatches, shown } from './compare.js';
import type { CountyPlan } from './county-plan.js';
import { matched, type ExpectedInTurn, type SeenInTurn, type Silence } from './matching.js';
import { Names } from './names.js';
import type { Rehearsal, Row } from './rehearsal.js';
import type { RehearsalHost, Target } from './rehearsal-host.js';
import type { CommandStep, Scenario, Step } from './scenario.js';
import { shapeOf } from './vocabulary.js';

/** Plays a scenario on a host, step by step, and compares what happens with what the file tells. */
export const rehearse = async (scenario: Scenario, plan: CountyPlan, host: RehearsalHost): Promise<Rehearsal> => {
  const run = new Run(scenario, plan, host);
  for (const step of scenario.steps) await run.play(step);
  await run.finish();
  return run.result();
};

class Run {
  private readonly names: Names;
  private readonly cases = new Map<string, string>();
  private readonly states = new Map<string, Case>();
  /** Of each case: its mediation that is open, or was last. */
  private readonly mediations = new Map<string, string>();
  private readonly figures = new FiguresFold(CURRENT_POLICY.review.dissatisfiedUpTo);
  private readonly seen: SeenInTurn[] = [];
  private readonly expected: ExpectedInTurn[] = [];
  private readonly silences: Silence[] = [];
  private readonly rows: Row[] = [];
  private at: Instant;
  private turn = 0;

  constructor(
    private readonly scenario: Scenario,
    plan: CountyPlan,
    private readonly host: RehearsalHost,
  ) {
    this.names = new Names(scenario, plan);
    this.at = scenario.at;
  }

  async play(step: Step): Promise<void> {
    const { at, caseName, command, silent } = step;
    await this.goTo(at);
    this.turn += 1;
    if (command) await this.issue(step, command);
    else if (!silent) await this.host.settle();
    await this.read();
    this.look(step);
    const { handler } = this.stateOf(caseName);
    for (const one of step.expect) {
      this.expected.push({ ...one, data: this.names.resolved(one.data, handler), turn: this.turn });
    }
    for (const [name, path] of Object.entries(step.remember)) {
      const value = valueAt(this.stateOf(caseName), path);
      if (typeof value === 'string') this.names.learn(name, value);
    }
    if (silent) await this.keepSilent(step, silent);
  }

  /** Lets time go on to the last event that is expected. */
  async finish(): Promise<void> {
    const last = this.expected.reduce((latest, { at }) => Math.max(latest, at), -Infinity);
    if (last < this.at) return;
    await this.goTo(last);
    this.turn += 1;
    await this.host.settle();
    await this.read();
  }

  result(): Rehearsal {
    const { scenario, host, names, cases } = this;
    const { ignore } = scenario;
    const events = matched(this.seen, this.expected, {
      ignore,
      silences: this.silences,
      caseIdOf: (name) => cases.get(name),
    });
    const rows = [...this.rows, ...events].toSorted(
      (one, other) => one.at - other.at || one.turn - other.turn || RANK[one.kind] - RANK[other.kind],
    );
    return { title: scenario.title, file: scenario.file, host: host.name, rows, names: names.byId() };
  }

  private async goTo(instant: Instant): Promise<void> {
    await this.host.advanceTo(instant);
    this.at = instant;
    await this.read();
  }

  private async issue({ line, at, caseName }: Step, command: CommandStep): Promise<void> {
    const { handler } = this.stateOf(caseName);
    const { by, type, refused: expected } = command;
    this.rows.push({ kind: 'command', at, turn: this.turn, line, by, what: type });
    const { refused, opened } = await this.host.issue({
      by: this.names.actor(by, handler),
      type,
      target: this.target(command, caseName),
      data: completed(type, this.names.resolved(command.data, handler)),
    });
    if (opened) {
      this.cases.set(caseName, opened.caseId);
      this.names.learn(caseName, opened.caseId);
      Object.entries(opened.parties).forEach(([resident, partyId]) => this.names.learn(resident, partyId));
    }
    if (!expected && !refused) return;
    const differs =
      expected && refused ? mismatches(this.names.resolved(expected.detail, handler), refused.detail) : [];
    this.check(line, at, {
      about: 'refusal',
      subject: type,
      expected: [expected?.code ?? '—', ...differs.map((one) => `${one.field}: ${one.expected}`)].join(' '),
      got: [refused?.code ?? '—', ...differs.map((one) => `${one.field}: ${one.got}`)].join(' '),
      holds: expected?.code === refused?.code && differs.length === 0,
    });
  }

  private target({ type, target, data }: CommandStep, caseName: string): Target {
    const caseId = this.cases.get(caseName);
    switch (shapeOf(type)?.target) {
      case 'mediation':
        return { kind: 'mediation', mediationId: this.mediations.get(caseId ?? '') ?? caseName };
      case 'review':
        return { kind: 'review', caseId: caseId ?? caseName, round: this.stateOf(caseName).round };
      case 'cadre':
        return { kind: 'cadre', cadreId: this.names.idOf(target) ?? target };
      case 'roster':
        return { kind: 'roster', place: String(data['place']), week: String(data['week']) };
      default:
        return { kind: 'case', name: caseName, ...(caseId !== undefined && { caseId }) };
    }
  }

  private stateOf(caseName: string): Case {
    return this.states.get(`case-${this.cases.get(caseName) ?? ''}`) ?? caseDecider.initialState;
  }

  private async read(): Promise<void> {
    const fresh = await this.host.eventsSince(this.seen.at(-1)?.position ?? '');
    for (const one of fresh) {
      this.seen.push({ ...one, turn: this.turn });
      this.figures.apply(one.stream, one.event);
      if (one.event.type === 'MediationProposed') this.learnMediation(one.event as MediationProposed);
      if (!one.stream.startsWith('case-')) continue;
      if (one.event.type === 'FollowUpCaseOpened') this.learnFollowUp(one.stream, one.event as FollowUpCaseOpened);
      const before = this.states.get(one.stream) ?? caseDecider.initialState;
      this.states.set(one.stream, caseDecider.evolve(before, one.event as CaseEvent));
    }
  }

  /** The first case that came of `case` is called `case-f1`. */
  private learnFollowUp(stream: string, { data: { followUp } }: FollowUpCaseOpened): void {
    const caseId = stream.slice('case-'.length);
    const name = [...this.cases].find(([, id]) => id === caseId)?.[0];
    if (name !== undefined) this.cases.set(name + followUp.slice(caseId.length), followUp);
  }

  private learnMediation({ data: { caseId, mediationId } }: MediationProposed): void {
    this.mediations.set(caseId, mediationId);
  }

  private look(step: Step): void {
    const state = this.stateOf(step.caseName);
    const checks = [
      ...stateChecks(state, step, (data) => this.names.resolved(data, state.handler)),
      ...figureChecks(this.figures.at(step.at), step.figures),
    ];
    for (const check of checks) this.check(step.line, step.at, check);
  }

  /** From here until `until`, itself not included, nothing but what is excepted. */
  private async keepSilent({ line }: Step, { until, except }: NonNullable<Step['silent']>): Promise<void> {
    const from = this.seen.length;
    await this.goTo(until);
    const heard = this.seen.slice(from).filter(({ event }) => !except.includes(event.type));
    this.silences.push({ from, to: this.seen.length, except });
    this.check(line, until, {
      about: 'silence',
      subject: shown(until),
      expected: '—',
      got: heard.length === 0 ? '—' : heard.map(({ event }) => `${shown(event.occurredAt)} ${event.type}`).join(', '),
      holds: heard.length === 0,
    });
  }

  private check(line: number, at: Instant, check: Check): void {
    this.rows.push({ kind: 'check', at, turn: this.turn, line, ...check });
  }
}

const NO_SIGNS = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };

/** Signs that nobody saw are said too. */
const completed = (type: string, data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  type === 'AcceptCase' || (type === 'CheckRisk' && data['signs'] !== undefined)
    ? { ...data, signs: { ...NO_SIGNS, ...(data['signs'] as object) } }
    : data;

const valueAt = (state: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined,
      state,
    );

/** Order of what belongs to one step. */
const RANK: Readonly<Record<Row['kind'], number>> = { command: 0, event: 1, missing: 2, check: 3 };
