export { orgTree, type OrgTreeRow } from './org-tree.projection.js';
export { orgUnits, orgUnitView, type OrgUnitsWanted, type OrgUnitView } from './org-units.query.js';
