export { SYSTEM, type Actor } from './actor.js';
export type { AnyCommand, Command } from './command.js';
export { CommandRejected, reject } from './command-rejected.js';
export { fold, type Context, type Decider } from './decider.js';
export type { AnyEvent, Event, Instant } from './event.js';
export type { ProcessManager } from './process-manager.js';
export { newest, orderId, type Rung, type Timetable } from './timetable.js';
export { unreachable } from './unreachable.js';
