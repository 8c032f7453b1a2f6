/**
 * Second door of this room, for Node only: it reads and writes files. Used by `cli`; nothing that runs in a browser may
 * import it.
 */
export { agencyId, type AgencyIdentity } from './agency';
export { assemble, conflictsOf, type Expected, type Tables } from './assemble';
export { versionOf, writeManifest, writeTable, writeTables } from './build';
export { coverageOf, type Coverage } from './coverage';
export { parseDatasetInfo } from './dataset-info';
export { rootArea, type DatasetInfo, type WrittenTable } from './describe';
export { dictionary } from './dictionary';
export { DatasetError } from './errors';
export { parseFact, type FactRecord } from './fact-record';
export { fileDocument, fileFact, type FiledReport } from './filed-report';
export { identify, siteOf, sitesOf, type Sites } from './identify';
export { locate, type Context, type Location } from './locate';
export type { Conflict } from './merge';
export { loadRegions } from './region-files';
export type { Area, Place, Regions } from './regions';
export { refuseUnstorable, type Row } from './report-row';
export { parseRoster } from './roster';
export { writeParquet } from './write-parquet';
