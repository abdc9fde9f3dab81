// What the module offers. Addresses and offsets are in bytes; memory is laid out by the caller.

export { gateGradient } from './gateGradient';
export { maxPoolGradient } from './maxPoolGradient';
export { meansOverPlaces } from './means';
export { multiply, multiplyFrequencies } from './multiply';
export { normalise } from './normalise';
export { normaliseGradient } from './normaliseGradient';
export { lookUp, packFilters } from './pack';
export { maxPool } from './pool';
export { prepareInput } from './prepareInput';
export { transformFilters } from './winogradFilters';
export { transformInput } from './winogradInput';
export { transformOutput } from './winogradOutput';
