export { noticesOf, type NoticeMemory, type Told } from './notices.js';
export type { CaseFacts } from './case-facts.js';
export type { MediationFacts } from './mediation-notices.js';
export { People } from './people.js';
