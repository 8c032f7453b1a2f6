/** Ways of planting a fault, by what they touch. */
export * from './filing';
export * from './narrative';
export * from './tables';
