import type { Transform } from '../core/table/derive.ts'

/** What a column can be computed from another by. */
export const TRANSFORMS = ['log'] as const satisfies readonly Transform[]
