import { reject, type Command, type Context, type Decider, type Event } from '#kernel';

/** Whose key was destroyed: a person (`partyId`) or a case (`case:{caseId}`), never a name. */
export type SubjectEvent = Event<
  'SubjectErased',
  { readonly subject: string; readonly by: string; readonly reason: string }
>;
export type EraseSubject = Command<'EraseSubject', { readonly subject: string; readonly reason: string }>;

export interface Subject {
  readonly erased: boolean;
}

export const subjectStream = (subject: string): string => `subject-${subject}`;

/** That somebody asked to be forgotten stays known; who he was does not. */
export const subjectDecider: Decider<Subject, EraseSubject, SubjectEvent, Context> = {
  initialState: { erased: false },
  evolve: (subject, { type }) => (type === 'SubjectErased' ? { erased: true } : subject),
  decide: ({ data }, { erased }, { now, actor }) => {
    if (data.reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
    return erased ? [] : [{ type: 'SubjectErased', occurredAt: now, data: { ...data, by: actor.id } }];
  },
};
