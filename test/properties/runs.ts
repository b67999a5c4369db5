const { PROPERTY_RUNS, PROPERTY_SEED } = process.env

/**
 * How often a property is tried, and from which seed: few and always the same in `npm test`, more by
 * `PROPERTY_RUNS=2000 PROPERTY_SEED=7 vitest run test/properties`.
 */
export const runs = (usual: number): { readonly numRuns: number; readonly seed: number } => ({
  numRuns: Number(PROPERTY_RUNS ?? usual),
  seed: Number(PROPERTY_SEED ?? 20_261_122),
})

/** Milliseconds that a property may take, however many runs are asked for. */
export const PATIENCE = 3_600_000
