import { demoCounty, type Matter } from '#demo-county';
import type { Instant } from '#kernel';
import { caseTypeOf, centreIn, CURRENT_POLICY } from '#policy';
import { countyPlan, personOf, type Person, type PlannedCadre } from '../rehearsal/county-plan.js';
import type { Performer } from './move.js';
import type { SeenCase } from './seen-case.js';

/** Nobody of the county holds the post that the story needs. */
export class NobodyInPost extends Error {
  override readonly name = 'NobodyInPost';
}

const SUPERVISION = 'K-SUPERVISION';
const COUNTY = 'county';

/** Who of the demo county acts in which part. */
export class Cast {
  /** The county's panel, the chair first. */
  readonly panel: readonly string[];
  /** Sees everything that is not confidential. */
  readonly auditor: Person;
  /** Accounts that the county comes with: logins by cadre. */
  readonly logins: ReadonlyMap<string, string>;
  private readonly cadres: readonly PlannedCadre[];
  private readonly byId: ReadonlyMap<string, PlannedCadre>;

  constructor(at: Instant) {
    const { cadres } = countyPlan({ county: 'demo', at });
    this.cadres = cadres;
    this.byId = new Map(cadres.map((cadre) => [cadre.cadreId, cadre]));
    const { accounts } = demoCounty({ now: at, policy: CURRENT_POLICY });
    this.logins = new Map(accounts.map(({ cadreId, login }) => [cadreId, login]));
    const supervisors = cadres.filter(({ role, unitId }) => role === 'COUNTY_SUPERVISOR' && unitId === SUPERVISION);
    this.auditor = this.inPost('AUDITOR', () => true);
    this.panel = supervisors.slice(-CURRENT_POLICY.review.panelSize).map(({ cadreId }) => cadreId);
  }

  person(cadreId: string): Person {
    const cadre = this.byId.get(cadreId);
    if (!cadre) throw new NobodyInPost(cadreId);
    return personOf(cadre);
  }

  /** Who takes down a matter: the counter it comes to, or who is in the village or the works. */
  registrar({ channel, typeCode, villageIds }: Matter): Person {
    const village = villageIds[0] ?? '';
    const township = village.split('-')[0] ?? '';
    switch (channel) {
      case 'STATION':
      case 'VISIT_PROACTIVE':
      case 'DUTY_PATROL':
        return this.inPost('RESIDENT_INSTRUCTOR', ({ path }) => path.endsWith(`/${village}`));
      case 'ENTERPRISE':
        return this.inPost('ENTERPRISE_ASSISTANT', ({ path }) => path.startsWith(`/county/${township}/`));
      case 'HOTLINE':
      case 'POLICE_REFERRAL':
      case 'COURT_REFERRAL':
        return this.inTownship('HOTLINE_CLERK', township);
      default:
        return this.inTownship(typeCode.startsWith('PET-') ? 'PETITION_CLERK' : 'WINDOW_CLERK', township);
    }
  }

  /** The head of the unit that a matter goes to. */
  receiver(matter: Matter): Person {
    const { typeCode, villageIds } = matter;
    const policy = CURRENT_POLICY;
    const township = villageIds[0]?.split('-')[0] ?? '';
    const { tier, centre } = caseTypeOf(policy, typeCode);
    if (tier === 'K') return this.countyHead(matter);
    const villages = this.cadres.filter(
      ({ role, path }) => role === 'RESIDENT_INSTRUCTOR' && path.startsWith(`/county/${township}/`),
    ).length;
    return this.director(`${township}-${centreIn(policy, centre, villages)}`);
  }

  /** @param registrar of this case */
  of(part: Performer, seen: SeenCase, registrar: Person): Person {
    if (typeof part !== 'string') return this.person(part.cadreId);
    const county = seen.tier === 'K';
    switch (part) {
      case 'REGISTRAR':
        return registrar;
      case 'HANDLER':
        return this.person(seen.handler ?? '');
      case 'DIRECTOR':
        return this.director(county ? seen.countyCentre : seen.centre);
      case 'DEPUTY':
        return county
          ? this.inPost('DEPUTY_LEADER', ({ unitId }) => unitId === COUNTY)
          : this.inTownship('DEPUTY_LEADER', seen.township);
      case 'CALLBACK':
        return county
          ? this.inPost('CALLBACK_CLERK', ({ unitId }) => unitId.startsWith('K-'))
          : this.inTownship('CALLBACK_CLERK', seen.township);
      case 'CHAIR':
        return this.person(this.panel[0] ?? '');
    }
  }

  /** Whoever heads it once it has gone to the county. */
  countyHead({ typeCode }: Matter): Person {
    return this.director(typeCode.startsWith('PET-') ? 'K-PETITION' : 'K-MEDIATION');
  }

  /** Women all, so that they may mediate in families too. */
  mediators({ tier, township }: SeenCase): readonly string[] {
    const role = tier === 'K' ? 'COUNTY_MEDIATOR' : 'MEDIATOR';
    return this.cadres
      .filter((cadre) => cadre.role === role && cadre.female)
      .filter(({ path }) => tier === 'K' || path.startsWith(`/county/${township}/`))
      .map(({ cadreId }) => cadreId);
  }

  private director(unit: string): Person {
    return this.inPost('CENTRE_DIRECTOR', ({ unitId }) => unitId === unit);
  }

  private inTownship(role: string, township: string): Person {
    return this.inPost(role, ({ path }) => path === `/county/${township}` || path.startsWith(`/county/${township}/`));
  }

  private inPost(role: string, fits: (cadre: PlannedCadre) => boolean): Person {
    const found = this.cadres.find((cadre) => cadre.role === role && fits(cadre));
    if (!found) throw new NobodyInPost(role);
    return personOf(found);
  }
}
