/** A simulated district and the report documents it publishes: demo data, and inputs for tests of the reader. */
export type {
  Agency,
  BodyKind,
  EmptyStyle,
  LabelledCount,
  NarrativeContent,
  ReportContent,
  StatedTotal,
} from './content';
export { demoDocument, demoFiles, demoSeed } from './demo-files';
export { simulateDistrict, type RosterEntry, type SimulatedDistrict } from './district';
export type { PlantedFault } from './faults';
export type { BodyYear } from './history';
export { bureaus, city, district, province, townships } from './names';
export { statisticalForm } from './statistics';
export { keepsBlanks, layouts, renderReport, type Layout, type Rendered, type RenderOptions } from './render';
