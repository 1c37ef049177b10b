export type * from './policy-set.js';
