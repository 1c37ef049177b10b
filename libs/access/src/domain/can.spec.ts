import { describe, expect, it } from '@jest/globals';
import { ACTIONS, can, mayEver, partsIn, requireMay, type Resource, STAFF, type Subject } from '#access/domain';

const at = (role: string, path: string, id: string, unit?: string): Subject => ({
  id,
  role,
  path,
  ...(unit && { unit }),
});

const staff = {
  handler: at('SAFETY_ASSISTANT', '/county', 'handler'),
  helper: at('SAFETY_ASSISTANT', '/county', 'helper'),
  reader: at('COUNTY_SUPERVISOR', '/county', 'reader'),
  instructor: at('RESIDENT_INSTRUCTOR', '/county/T01/T01-V07', 'instructor'),
  neighbour: at('RESIDENT_INSTRUCTOR', '/county/T01/T01-V08', 'neighbour'),
  mediator: at('MEDIATOR', '/county/T01', 'mediator'),
  windowClerk: at('WINDOW_CLERK', '/county/T01', 'windowClerk', 'T01-GENERAL_OFFICE'),
  callbackClerk: at('CALLBACK_CLERK', '/county/T01', 'callbackClerk', 'T01-GENERAL_OFFICE'),
  director: at('CENTRE_DIRECTOR', '/county/T01', 'director', 'T01-STABILITY_MEDIATION'),
  otherDirector: at('CENTRE_DIRECTOR', '/county/T01', 'otherDirector', 'T01-INDUSTRY_SERVICE'),
  foreignDirector: at('CENTRE_DIRECTOR', '/county/T10', 'foreignDirector', 'T10-STABILITY_MEDIATION'),
  deputy: at('DEPUTY_LEADER', '/county/T01', 'deputy'),
  chief: at('CHIEF_LEADER', '/county/T01', 'chief'),
  foreignDeputy: at('DEPUTY_LEADER', '/county/X01', 'foreignDeputy'),
  countyDirector: at('CENTRE_DIRECTOR', '/county', 'countyDirector', 'K-MEDIATION'),
  countyMediator: at('COUNTY_MEDIATOR', '/county', 'countyMediator'),
  supervisor: at('COUNTY_SUPERVISOR', '/county', 'supervisor'),
  countyLeader: at('CHIEF_LEADER', '/county', 'countyLeader'),
  orgDept: at('ORG_DEPT', '/county', 'orgDept'),
  partyBranch: at('PARTY_BRANCH', '/county/T01/T01-V07', 'partyBranch'),
  committee: at('VILLAGE_COMMITTEE', '/county/T01/T01-V07', 'committee'),
  volunteer: at('VOLUNTEER', '/county/T01/T01-V07', 'volunteer'),
  auditor: at('AUDITOR', '/county', 'auditor'),
};
type Name = keyof typeof staff;

const ordinary: Resource = {
  path: '/county/T01/T01-V07',
  centres: ['T01-STABILITY_MEDIATION'],
  handler: 'handler',
  coHandlers: ['helper'],
  readers: ['reader'],
  confidentiality: 'N',
  ...partsIn({ tier: 'V', stage: 'IN_PROGRESS' }),
};
const confidential: Resource = { ...ordinary, confidentiality: 'C' };
const sealed: Resource = { ...ordinary, confidentiality: 'X' };
const atCounty = { centres: ['K-MEDIATION'], ...partsIn({ tier: 'K', stage: 'IN_PROGRESS' }) };

const who = (action: (typeof ACTIONS)[number], resource: Resource) =>
  (Object.keys(staff) as Name[]).filter((name) => can(action, staff[name], resource));

describe('who may read a case', () => {
  it('an ordinary one: handler, centre, own village, counters and leaders of that township', () => {
    expect(who('case.read', ordinary)).toEqual([
      'handler',
      'helper',
      'reader',
      'instructor',
      'windowClerk',
      'callbackClerk',
      'director',
      'deputy',
      'chief',
      'auditor',
    ]);
  });

  it('a confidential one: handler, co-handlers, named readers and the director of its centre', () => {
    expect(who('case.read', confidential)).toEqual(['handler', 'helper', 'reader', 'director']);
  });

  it('a confidential one once a leader was called in: the leaders of that township too', () => {
    const escalated = { ...confidential, ...partsIn({ tier: 'T', stage: 'ASSIGNED', escalation: 'E2' }) };
    expect(who('case.read', escalated)).toEqual(['handler', 'helper', 'reader', 'director', 'deputy', 'chief']);
  });

  it('a sealed one: handler, director and named readers only, whatever its escalation', () => {
    const escalated = { ...sealed, ...partsIn({ tier: 'T', stage: 'ASSIGNED', escalation: 'E3' }) };
    expect(who('case.read', sealed)).toEqual(['handler', 'reader', 'director']);
    expect(who('case.read', escalated)).toEqual(['handler', 'reader', 'director']);
  });

  it('a case of the county: its own unit, and the people the county answers with', () => {
    expect(who('case.read', { ...sealed, ...atCounty })).toEqual(['handler', 'reader', 'countyDirector']);
    expect(who('case.read', { ...confidential, ...atCounty })).toEqual([
      'handler',
      'helper',
      'reader',
      'deputy',
      'chief',
      'countyDirector',
      'countyMediator',
      'supervisor',
      'countyLeader',
    ]);
  });

  it('never the subject of the complaint nor his centre, even where he is its handler', () => {
    const about = (id: string): Resource => ({ ...ordinary, complaintTargets: [id] });
    expect(can('case.read', staff.handler, about('handler'))).toBe(false);
    expect(can('case.read', staff.instructor, about('instructor'))).toBe(false);
    expect(can('case.read', staff.director, { ...sealed, targetCentres: ['T01-STABILITY_MEDIATION'] })).toBe(false);
    expect(can('case.read', staff.deputy, about('instructor'))).toBe(true);
  });

  it('never the organisation department, the branch or the village committee', () => {
    for (const name of ['orgDept', 'partyBranch', 'committee'] as const) {
      const allowed = ACTIONS.filter((action) => /^(case|review)\./.test(action) && mayEver(action, staff[name]));
      expect(allowed).toEqual([]);
    }
  });

  it('the same on every board, and the organisation department on none', () => {
    for (const thing of [ordinary, confidential, sealed]) {
      expect(who('dispute.list', thing)).toEqual(who('case.list', thing));
      expect(who('agreement.list', thing)).toEqual(who('case.list', thing));
      expect(who('overdue.list', thing)).toEqual(who('case.list', thing));
    }
    expect(ACTIONS.filter((action) => action.endsWith('.list') && mayEver(action, staff.orgDept))).toEqual([]);
  });

  it('a volunteer only what he helps with, and nothing confidential', () => {
    const helped = { ...ordinary, coHandlers: ['volunteer'] };
    expect(can('case.read', staff.volunteer, helped)).toBe(true);
    expect(can('case.read', staff.volunteer, { ...helped, confidentiality: 'C' })).toBe(false);
    expect(can('case.acknowledge', staff.volunteer, { ...ordinary, handler: 'volunteer' })).toBe(false);
  });

  it('nobody where the case does not say how confidential it is', () => {
    const { confidentiality: _, ...untold } = ordinary;
    expect(who('case.read', untold)).toEqual([]);
  });
});

describe('who may read figures', () => {
  it('of the county: the county, and the organisation department; of a township: its head and leaders too', () => {
    const county = ['reader', 'countyDirector', 'countyMediator', 'supervisor', 'countyLeader', 'orgDept', 'auditor'];
    expect(who('figures.read', { path: '/county' })).toEqual(county);
    expect(new Set(who('figures.read', { path: '/county/T01' }))).toEqual(
      new Set(['director', 'otherDirector', 'deputy', 'chief', ...county]),
    );
  });
});

describe('who may act on a case', () => {
  it('its handler, and nobody else, acknowledges, answers and resolves', () => {
    for (const action of ['case.acknowledge', 'case.decline', 'case.first-response', 'case.resolve'] as const) {
      expect(who(action, sealed)).toEqual(['handler']);
    }
    expect(who('case.progress', confidential)).toEqual(['handler', 'helper']);
  });

  it('the head of the unit assigns, extends and transfers; the leader may take his place', () => {
    for (const action of ['case.assign', 'case.extend', 'case.reassign', 'case.transfer'] as const) {
      expect(who(action, ordinary)).toEqual(['director', 'deputy', 'chief']);
    }
  });

  it('a leader of the place chooses what follows an escalation', () => {
    const escalated = { ...confidential, ...partsIn({ tier: 'T', stage: 'ASSIGNED', escalation: 'E2' }) };
    expect(who('case.escalation-action', escalated)).toEqual(['deputy', 'chief']);
  });

  it('the county reviews what has come to it, and only that', () => {
    const inReview = { ...ordinary, ...partsIn({ tier: 'T', stage: 'COUNTY_REVIEW' }) };
    expect(who('case.county-review', ordinary)).toEqual([]);
    expect(who('case.county-review', inReview)).toEqual([
      'reader',
      'countyDirector',
      'countyMediator',
      'supervisor',
      'countyLeader',
    ]);
  });

  it('the callback clerk records the review of ordinary and confidential cases of his place', () => {
    expect(who('review.record', confidential)).toEqual(['callbackClerk']);
    expect(who('review.record', sealed)).toEqual([]);
  });

  it('any counter and any cadre registers, wherever the matter lies', () => {
    expect(can('case.register', staff.windowClerk)).toBe(true);
    expect(can('case.register', staff.neighbour, { path: '/county/X13/X13-V01' })).toBe(true);
    expect(can('case.register', staff.auditor)).toBe(false);
  });

  it('the auditor changes nothing', () => {
    const allowed = ACTIONS.filter((action) => mayEver(action, staff.auditor));
    expect(allowed.every((action) => /\.(read|list|login|end)$|^public$|^inbox\.choose$/.test(action))).toBe(true);
  });

  it('the system carries out its own orders', () => {
    const system = at('SYSTEM', '/county', 'system');
    expect(can('case.escalation-action', system, sealed)).toBe(true);
    expect(can('case.read', at('SYSTEM', '/county', 'somebody'), ordinary)).toBe(false);
  });
});

describe('what is denied', () => {
  it('is everything that the table does not allow: unknown roles, and things nothing is known of', () => {
    const stranger = at('MAYOR', '/county', 'm');
    expect(ACTIONS.filter((action) => mayEver(action, stranger))).toEqual([
      'public',
      'health.read',
      'docs.read',
      'session.login',
    ]);
    expect(can('case.read', staff.director)).toBe(false);
  });

  it('does not take a path for a mere beginning of another', () => {
    expect(can('case.read', staff.deputy, { ...ordinary, path: '/county/T01X/T01X-V07' })).toBe(false);
    expect(can('cadre.read', staff.deputy, { path: '/county/T011' })).toBe(false);
    expect(can('cadre.read', staff.deputy, { path: '/county/T01' })).toBe(true);
  });

  it('looks like nothing to those who may not even see it', () => {
    expect(() => requireMay('case.assign', staff.foreignDeputy, ordinary)).toThrow('NOT_FOUND');
    expect(() => requireMay('case.assign', staff.instructor, ordinary)).toThrow('NOT_ALLOWED');
    expect(() => requireMay('case.assign', staff.director, ordinary)).not.toThrow();
  });

  it('leaves every role of the staff something to do', () => {
    for (const role of STAFF) expect(mayEver('session.read', at(role, '/county/T01', 'x'))).toBe(true);
  });
});
