import type { Part } from './part.ts'

/** In the order of the page; a part has a file of its own. */
export const PARTS: readonly Part[] = []
