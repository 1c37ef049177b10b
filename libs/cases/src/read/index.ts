export { affectedCases, affectedFrom } from './affected-cases.js';
export { CandidatePoolFold } from './candidate-pool.js';
export { caseBoard } from './case-board.projection.js';
export { caseBoardScope, CENTRE_OF_CASE, STAGE_OF_CASE } from './case-board-scope.js';
export {
  caseWordsOf,
  caseWordTables,
  keyedInitials,
  keyedName,
  keyedPhone,
  keyedText,
  type CaseWordsRow,
  type WordVault,
} from './case-words.projection.js';
export { bigramsOf, digitsOf, wordsAskedFor } from './chinese-words.js';
export { casePath } from './case-path.js';
export { County } from './county.js';
export { Promises } from './promises.js';
export { TasksInHand } from './tasks-in-hand.js';
export { daysAround, likenessOf, type Compared, type DuplicateReason } from './likeness.js';
export { mediationFacts, mediationFactsAfter, NOTHING_HEARD } from './mediation-facts.js';
