export { CandidatePoolFold } from './candidate-pool.js';
export { caseBoard } from './case-board.projection.js';
export { caseBoardScope } from './case-board-scope.js';
export { casePath } from './case-path.js';
export { County } from './county.js';
export { mediationFacts } from './mediation-facts.js';
