/** Bounds that the interface and the engine both hold to. */
export const LIMITS = {
  components: 100,
  restarts: 10_000,
  refinements: 10_000,
  iterations: 100_000,
  /** Replicates of a bootstrap. */
  replicates: 10_000,
  columns: 500,
  /** Bytes of shared memory one fit may use for its traces. */
  traceBytes: 1 << 30,
  /** Rows of the table read in one call. */
  tableRows: 2_000,
  /** Rows drawn as single points in one plot. */
  drawnRows: 1_000_000,
  /** Corners of a region drawn on a plot. */
  corners: 10_000,
  /** Different texts of a column that are told apart in a plot. */
  categories: 20,
  /** Solutions compared with each other at once. */
  compared: 40,
  /** Bytes of one picture written to a file. */
  pictureBytes: 64 << 20,
  /** The largest seed: seeds are unsigned 32-bit integers. */
  seed: 4_294_967_295,
} as const
