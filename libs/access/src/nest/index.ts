export { AccessFile } from './access-file.js';
export { AccessModule, type AccessOptions } from './access.module.js';
export { type Account, Accounts, type NewAccount } from './accounts.js';
export { Action, Public } from './action.js';
export { Passwords } from './passwords.js';
export { assertEveryRouteHasAnAction, RouteWithoutAction } from './route-actions.js';
export { CLIENT_HEADER } from './same-origin.js';
