export type * from './mediation.events.js';
export type * from './mediation.commands.js';
