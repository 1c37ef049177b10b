export { ACTIONS, type Action } from './actions.js';
export { can, isOpenToAnyone, mayEver, requireMay, scopeOf } from './can.js';
export { partsIn, type Resource, type Standing, type Subject } from './resource.js';
export { isStaff, ROLES, type Role, STAFF } from './roles.js';
export { inScope, type Clause, type Scope } from './scope.js';
export { type ScopeColumns, scopeSql, type SqlCondition } from './scope-sql.js';
