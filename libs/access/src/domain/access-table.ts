import type { Confidentiality } from '#policy';
import type { Action } from './actions.js';
import type { Relation } from './relations.js';
import { FIELD, HANDLERS, INTAKE, LEADERS, type Role } from './roles.js';

/** These roles, standing so to the thing, up to these confidentialities. */
export interface Grant {
  readonly roles: readonly Role[];
  readonly as: Relation;
  readonly secrecy?: readonly Confidentiality[];
}

const N = ['N'] as const;
const NC = ['N', 'C'] as const;
const NCX = ['N', 'C', 'X'] as const;

const handler: Grant = { roles: HANDLERS, as: 'handler', secrecy: NCX };
const coHandler: Grant = { roles: HANDLERS, as: 'coHandler', secrecy: NC };
const director: Grant = { roles: ['CENTRE_DIRECTOR'], as: 'centre', secrecy: NCX };
const leader: Grant = { roles: LEADERS, as: 'leader', secrecy: NC };
const counter: Grant = { roles: INTAKE, as: 'place', secrecy: N };

/** The head of the unit; the leader where the head may not see it, or is called in. */
const head: readonly Grant[] = [director, leader];

/** `docs/domain.md §4.5`. The organisation department is not here: it sees counts, never content. */
const reading: readonly Grant[] = [
  handler,
  coHandler,
  ...head,
  counter,
  { roles: ['VOLUNTEER'], as: 'coHandler', secrecy: N },
  { roles: ['RESIDENT_INSTRUCTOR'], as: 'ownVillage', secrecy: N },
  { roles: ['CALLBACK_CLERK'], as: 'place', secrecy: N },
  { roles: ['COUNTY_MEDIATOR', 'COUNTY_SUPERVISOR'], as: 'county', secrecy: NC },
  { roles: ['AUDITOR'], as: 'wholePath', secrecy: N },
  { roles: [...HANDLERS, 'CALLBACK_CLERK', 'COUNTY_SUPERVISOR', 'AUDITOR'], as: 'reader', secrecy: NCX },
];

/** Contact and result only; a sealed case names its reviewer as a reader. */
const reviewing: readonly Grant[] = [
  { roles: ['CALLBACK_CLERK'], as: 'place', secrecy: NC },
  { roles: ['CALLBACK_CLERK'], as: 'reader', secrecy: NCX },
];

/**
 * Who may do what: denied unless it stands here. `anyone` needs no login, `staff` any account; `token` no account may,
 * only who shows the secret that the route itself asks for. The commands of a case follow `docs/domain.md §5.1`,
 * column "Actor".
 */
export const accessTable: Readonly<Record<Action, 'anyone' | 'staff' | 'token' | readonly Grant[]>> = {
  public: 'anyone',
  'health.read': 'anyone',
  'docs.read': 'anyone',
  'session.login': 'anyone',
  'session.read': 'staff',
  'session.end': 'staff',
  'events.read': 'staff',
  'org.read': 'staff',
  'policy.read': 'staff',
  'org.manage': [{ roles: ['ORG_DEPT'], as: 'wholePath' }],
  // the notice moves limits of all townships: for the county's leaders, who may also see what it moves
  'calendar.publish': [{ roles: LEADERS, as: 'wholePath' }],
  'policy.change': [{ roles: LEADERS, as: 'wholePath' }],
  'commitment.publish': [{ roles: LEADERS, as: 'wholePath' }],

  'cadre.read': [
    {
      roles: ['ORG_DEPT', 'AUDITOR', 'CENTRE_DIRECTOR', 'COUNTY_SUPERVISOR', 'COUNTY_MEDIATOR', ...LEADERS, ...INTAKE],
      as: 'wholePath',
    },
    { roles: [...HANDLERS, 'CALLBACK_CLERK', 'COUNTY_SUPERVISOR'], as: 'self' },
  ],
  'cadre.manage': [{ roles: ['ORG_DEPT'], as: 'wholePath' }],
  'cadre.request-leave': [{ roles: [...HANDLERS, 'CALLBACK_CLERK'], as: 'self' }],
  'cadre.approve-leave': [{ roles: ['ORG_DEPT', 'CENTRE_DIRECTOR', ...LEADERS], as: 'wholePath' }],

  // who is on call is for all who may have to call him
  'duty.read': 'staff',
  'duty.publish': [{ roles: ['CENTRE_DIRECTOR', ...LEADERS], as: 'wholePath' }],
  'duty.check-in': [{ roles: HANDLERS, as: 'self' }],
  'duty.record-call': [{ roles: [...INTAKE, 'CENTRE_DIRECTOR', ...LEADERS], as: 'wholePath' }],

  'case.register': [
    { roles: [...INTAKE, ...FIELD, ...LEADERS, 'CENTRE_DIRECTOR', 'MEDIATOR', 'COUNTY_MEDIATOR'], as: 'anywhere' },
  ],
  'case.list': reading,
  'case.read': reading,
  'case.reveal': [handler, director, { roles: ['CALLBACK_CLERK'], as: 'place', secrecy: NC }],
  'case.accept': [...head, counter],
  'case.reject': [...head, { roles: ['PETITION_CLERK'], as: 'place', secrecy: N }],
  'case.handle-immediately': [
    ...head,
    counter,
    handler,
    { roles: ['RESIDENT_INSTRUCTOR'], as: 'ownVillage', secrecy: N },
  ],
  'case.assign': head,
  'case.acknowledge': [handler],
  'case.decline': [handler],
  'case.first-response': [handler],
  'case.progress': [handler, coHandler],
  'case.resolve': [handler],
  'case.extend': head,
  'case.reassign': head,
  'case.withdraw': [director, counter, { roles: ['CALLBACK_CLERK'], as: 'place', secrecy: N }],
  'case.transfer': head,
  'case.escalation-action': [leader, { roles: LEADERS, as: 'reader', secrecy: NCX }],
  'case.county-review': [
    { roles: ['COUNTY_MEDIATOR', 'COUNTY_SUPERVISOR', 'CENTRE_DIRECTOR', ...LEADERS], as: 'county', secrecy: NC },
    { roles: ['COUNTY_MEDIATOR', 'COUNTY_SUPERVISOR', 'CENTRE_DIRECTOR', ...LEADERS], as: 'reader', secrecy: ['X'] },
  ],
  'case.mediate': [handler],
  'case.raise-tier': [handler, ...head],
  // what a party says is put down by whoever hears it
  'case.party-word': [handler, coHandler, ...head, counter],
  'case.suspend': head,
  'case.merge': [...head, counter],
  'case.police': [handler, ...head],
  'case.transfer-receipt': [handler, ...head, counter],
  'case.representatives': [handler, coHandler, ...head],
  // the leader says himself that he knows, or whoever told him does
  'case.risk-told': [handler, ...head, { roles: ['COUNTY_SUPERVISOR'], as: 'county', secrecy: NC }],
  'case.risk-check': [handler, coHandler, ...head],
  'case.risk-lower': [...head, { roles: LEADERS, as: 'reader', secrecy: NCX }],
  'case.follow-up': [handler, ...head],
  // which centre he directs is for the case to look at: not the one whose work it is (`docs/domain.md §5.3`)
  'case.outside-law': [
    { roles: ['CENTRE_DIRECTOR'], as: 'wholePath', secrecy: NC },
    { roles: ['CENTRE_DIRECTOR'], as: 'reader', secrecy: NCX },
  ],
  'case.confidentiality': [handler, coHandler, ...head],
  'case.name-readers': [director, { roles: ['CENTRE_DIRECTOR', 'COUNTY_SUPERVISOR'], as: 'county', secrecy: NCX }],
  'case.recuse': [handler, coHandler, ...head, counter, { roles: ['CALLBACK_CLERK'], as: 'place', secrecy: NC }],
  'case.confirm-withdrawal': reviewing,
  // what is brought to the petitioner, and what he says to it
  'petition.serve': [handler, ...head, { roles: ['PETITION_CLERK'], as: 'place', secrecy: NC }],
  // the body above the one that replied; what is above the county is put down by the county
  'petition.examine': [
    { roles: ['COUNTY_MEDIATOR', 'COUNTY_SUPERVISOR', 'CENTRE_DIRECTOR', ...LEADERS], as: 'county', secrecy: NC },
    { roles: ['COUNTY_MEDIATOR', 'COUNTY_SUPERVISOR', 'CENTRE_DIRECTOR', ...LEADERS], as: 'reader', secrecy: ['X'] },
  ],
  // whoever stands at the counter takes papers in and gives them back; the rest is asked of the handler by the case itself
  'agency.record': [handler, ...head, { roles: INTAKE, as: 'place', secrecy: NC }],
  // whoever may see the case sees how its mediation stands; what was said is for those who took part (`docs/domain.md §5.2`)
  'mediation.read': reading,
  'mediation.read-minutes': [handler, coHandler],
  'mediation.record': [handler, coHandler],
  'mediation.name-mediator': [director],
  'mediation.seal': [director],
  // an agreement outlives its case, and those who handled it their posts
  'mediation.follow-up': [handler, coHandler, director],
  'review.read': reviewing,
  'review.record': reviewing,
  // codes and numbers, of sealed cases too: silence is most to be feared there; never for whom a complaint is about
  'oversight.read': [{ roles: ['COUNTY_SUPERVISOR'], as: 'wholePath', secrecy: NCX }],
  'oversight.judge': [{ roles: ['COUNTY_SUPERVISOR'], as: 'wholePath', secrecy: NCX }],
  // whoever hears a resident, but nobody who handles cases
  'oversight.record-word': [
    { roles: [...INTAKE, 'CALLBACK_CLERK'], as: 'wholePath', secrecy: NC },
    { roles: ['COUNTY_SUPERVISOR'], as: 'wholePath', secrecy: NCX },
  ],

  // Boards show what the lists show; figures are for whoever answers for a place, and hold no case (§7).
  'dispute.list': reading,
  'agreement.list': reading,
  'overdue.list': reading,
  'task.list': [handler, coHandler, director],
  'figures.read': [
    {
      roles: ['ORG_DEPT', 'AUDITOR', 'CENTRE_DIRECTOR', 'COUNTY_SUPERVISOR', 'COUNTY_MEDIATOR', ...LEADERS],
      as: 'wholePath',
    },
  ],

  // each his own, and nobody another's
  'inbox.read': 'staff',
  'inbox.choose': 'staff',

  'clock.move': 'token',
};
