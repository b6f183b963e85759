import { autosaves } from './autosaves.ts'
import { disks } from './disks.ts'
import { faults } from './faults.ts'
import { heaps } from './heaps.ts'
import { inputs } from './inputs.ts'
import { load } from './load.ts'
import { loadPages } from './load-pages.ts'
import { memory } from './memory.ts'
import { pageMemory } from './page-memory.ts'
import type { Part } from './part.ts'

/** In the order of the page; a part has a file of its own. */
export const PARTS: readonly Part[] = [
  faults,
  heaps,
  disks,
  inputs,
  load,
  loadPages,
  memory,
  pageMemory,
  autosaves,
]
