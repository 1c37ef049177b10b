/** What the lean client tells the lean workflow: when to remind next, and that the case is over. */
export interface LeanWord {
  readonly dueAt: number;
  readonly over: boolean;
}

export interface LeanActivities {
  remind(caseId: string): Promise<void>;
}

export const LEAN_WORKFLOW = 'leanCase';
export const BARE_WORKFLOW = 'bareCase';
export const LEAN_SIGNAL = 'moved';
