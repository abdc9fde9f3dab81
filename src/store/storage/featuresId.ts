// How one network's features of one photo are called.

/** @param modelId null for no network, which has none */
export const featuresId = (modelId: string | null, sha256: string): string => `${modelId} ${sha256}`;
