import type { TextKey } from './texts.zh.js';

/** What people are told, in English; the Chinese catalogue comes first. */
export const en: Readonly<Record<TextKey, string>> = {
  'case.assigned': '{type:type} ({caseNo}) is assigned to you; please acknowledge by {due:time}.',
  'case.assigned.noAck': '{type:type} ({caseNo}) is assigned to you.',
  'case.coHandler': 'Please help with {type:type} ({caseNo}); {handler:cadre} leads it.',
  'case.takenOver': '{type:type} ({caseNo}) is now handled by {handler:cadre}; it is no longer yours.',
  'step.warned': '{type:type} ({caseNo}) is close to its limit: {step:step}, by {due:time}.',
  'step.overdue': '{type:type} ({caseNo}) is overdue: {step:step}, it was due {due:time}. Please act now.',
  'step.e2':
    '{type:type} ({caseNo}) is overdue and has come up to you: {step:step}. By {actionDue:time} please reassign, order, give time or accept the reason.',
  'step.e2.noAction': '{type:type} ({caseNo}) is overdue and has come up to you: {step:step}. Please look into it.',
  'step.e3': '{type:type} ({caseNo}) is under supervision: {step:step}, it was due {due:time}.',
  'step.reminded': '{type:type} ({caseNo}) is still not done under supervision: {step:step}.',
  'step.ordered': 'Your leader orders you to act soon: {type:type} ({caseNo}), {step:step}, it was due {due:time}.',
  'step.moved': 'By the new calendar {type:type} ({caseNo}), {step:step}, is due {due:time}.',
  'countyReview.opened':
    '{type:type} ({caseNo}): the resident was dissatisfied twice. The county decides by {due:time}.',
  'risk.assessed': '{type:type} ({caseNo}) is at {level:risk}; please look into it at once.',
  'risk.checkMissed':
    '{type:type} ({caseNo}) is at {level:risk} and was to be looked at by {due:time}; nobody has, please do it now.',
  'consent.reminded':
    '{type:type} ({caseNo}): somebody has not said yet whether he agrees to mediation. Please ask again.',
  'performance.urged':
    'Agreement of {caseNo}: term {term} was not performed and has been urged. After {due:time} it is a breach. Please press for it.',
  'confirmation.reminded':
    'Agreement of {caseNo}: until {until:time} the parties may ask the court together to confirm it. Please remind them.',
  'agreement.breached':
    'Agreement of {caseNo}: it was not performed and counts as broken. Please tell the parties what they can do.',
  'residents.word':
    '{type:type} ({caseNo}): a resident says that the handler asked him for {askedFor:askedFor}; please look into it.',
  'outsideLaw.marked':
    '{type:type} ({caseNo}): the resident is dissatisfied and the reviewer holds that the claim goes beyond the law; the director of another centre decides.',
  'certificate.expired':
    'Your certificate “{skill:skill}” has expired; until it is renewed nothing new of this kind is assigned to you.',
  'handover.required':
    '{absent:cadre} goes on leave: for the mediation of {caseNo} please find another mediator whom all accept, by {due:time}.',
  'handover.unmet': '{absent:cadre} is on leave and nobody has the mediation of {caseNo}; please see to it now.',
  'substitute.missing':
    '{type:type} ({caseNo}): {from:cadre} is on leave and nobody may take it over; please name somebody.',
  'roster.published': 'The roster of {week:week} is out, and you are on it.',
  'duty.given': 'Your duty from {from:time} goes to {other:cadre}.',
  'duty.taken': 'The duty of {other:cadre} from {from:time} is yours now.',
  'leave.substitute': '{absent:cadre} is on leave from {from:time} to {to:time}; you stand in.',

  'outside.confidential': 'A confidential matter ({caseNo}) waits for you. Please log in to Minqing.',
  'outside.sealed': 'A sealed matter waits for you. Please log in to Minqing.',
  'group.overdue':
    '{type:type} ({caseNo}) is overdue: {step:step}, it was due {due:time}. Whoever handles it, please act now.',
  'group.escalated':
    '{type:type} ({caseNo}) is overdue and has come up to the leader: {step:step}, it was due {due:time}.',
  'group.risk': '{type:type} ({caseNo}) is at {level:risk}; whoever is concerned, please look into it at once.',
  'group.confidential': 'A confidential matter needs attention now; whoever is concerned, please log in to Minqing.',
  'outside.digest': 'Today’s notices, {n} in all:',

  'resident.checkCode': 'There is news of your matter; please look it up with your receipt code.',
  'resident.registered':
    'Your matter ({type:type}) is registered as {caseNo}. You will hear by {due:time} whether we take it up.',
  'resident.accepted': 'Your matter {type:type} ({caseNo}) is taken up and will be done by {due:time}.',
  'resident.accepted.noDue': 'Your matter {type:type} ({caseNo}) is taken up.',
  'resident.rejected':
    'Your matter {type:type} ({caseNo}) cannot be taken up here: {reason:rejectReason}. What you can do: {reason:rejectRoute}.',
  'resident.assigned': 'Your matter {type:type} ({caseNo}) is handled by {handler:cadre}, phone {handler:phone}.',
  'resident.extended': 'Your matter {type:type} ({caseNo}) needs more time: it will be done by {due:time}.',
  'resident.moved': 'By the new calendar your matter {type:type} ({caseNo}) will be done by {due:time}.',
  'resident.suspended':
    'Your matter {type:type} ({caseNo}) is suspended: {reason:suspendReason}, probably until {until:time}.',
  'resident.tierRaised': 'Your matter {type:type} ({caseNo}) goes on at {tier:tier}: {because:raiseReason}.',
  'resident.session':
    'Mediation of {caseNo} is on {startsAt:time}. It is voluntary and free; you may say no at any time.',
  'resident.rights': 'Mediation of {caseNo}: voluntary, equal, free. You may stop it or go to court at any time.',
  'resident.agreement':
    'The agreement of {caseNo} has taken effect; please perform it. Ask the mediator if there is a question.',
  'resident.confirmationReminded':
    'Until {until:time} you may ask the court together, without fee, to confirm the agreement of {caseNo}.',
  'resident.performanceUrged':
    'Under the agreement of {caseNo} it is your turn: term {term}, please by {due:time}. Tell the mediator if that is difficult.',
  'resident.remedies': '{caseNo}: you may still {routes:routes}.',
  'resident.review':
    '{caseNo} is done; in the coming days you will be asked how it went. Whatever you say does not count against you.',
};
