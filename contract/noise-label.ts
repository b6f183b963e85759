import type { NOISE_LABEL } from '../core/mixture/partition.ts'

/** Label of a row that is noise, in arrays of labels; files call it 0. */
export const NOISE: typeof NOISE_LABEL = 254
