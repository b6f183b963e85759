/** A file that is shipped: its path from the root of the archive, or of the packed folder. */
export interface SizedFile {
  path: string
  bytes: number
}

/** Most that our own code and what it depends on may take up, and the installed program as a whole. */
export const BUDGET = { own: 15_000_000, installed: 300_000_000 } as const

/** The first that fits counts. */
const PARTS: readonly [string, RegExp][] = [
  ['pictures of the guide', /^out\/renderer\/.*\.(webp|png)$/],
  ['page', /^out\/renderer\//],
  ['desktop’s processes', /^out\/electron\//],
  ['threads', /^out\/workers\//],
  ['samples', /^out\/samples\//],
  ['packages beside the bundles', /^node_modules\//],
  ['the rest', /^/],
]

/** Bytes by part, every part named, also where it is empty. */
export function sizeByPart(files: readonly SizedFile[]): { part: string; bytes: number; files: number }[] {
  const partOf = (path: string) => PARTS.find(([, pattern]) => pattern.test(path))?.[0]
  return PARTS.map(([part]) => {
    const inside = files.filter(({ path }) => partOf(path) === part)
    return { part, bytes: totalOf(inside), files: inside.length }
  })
}

export const totalOf = (files: readonly SizedFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`

/** What is over its budget, a sentence each. `installed` is null where Electron itself is not there to be counted. */
export function overBudget(own: number, installed: number | null): string[] {
  const over = (what: string, bytes: number, most: number) =>
    bytes < most ? [] : [`${what}: ${megabytes(bytes)}, and the budget is ${megabytes(most)}.`]
  return [
    ...over('Our own code and its dependencies', own, BUDGET.own),
    ...(installed === null ? [] : over('The installed program', installed, BUDGET.installed)),
  ]
}
