export { cadreDirectory, type CadreDirectoryRow, type CadreDirectoryRows } from './cadre-directory.projection.js';
export { cadres, type CadresWanted, type CadreSummary } from './cadres.query.js';
