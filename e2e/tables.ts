import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** A small generator of its own (Park & Miller 1988), so that test data never changes with the program. */
function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Rows round overlapping centres: slow enough to be watched, large enough to be stopped. */
export function writeSlowTable(folder: string, rows: number): string {
  const next = draws(7)
  const lines = ['a,b,c,d']
  for (let row = 0; row < rows; row++) {
    const centre = Math.floor(next() * 6)
    const cell = (k: number) => (Math.sin(centre * k) * 1.5 + next() + next() + next()).toFixed(4)
    lines.push([1, 2, 3, 4].map(cell).join(','))
  }
  const path = join(folder, 'slow.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Awkward to keep: semicolons, decimal commas, quotes, a line break in a cell, CRLF, a missing value, no last line end. */
export const AWKWARD_LINES = [
  'Name;"Größe ""cm""";Gewicht',
  'Anna;170,5;61,2',
  '"B;ert";181,0;80,25',
  '"Cla\nra";165,25;55,0',
  'Dora;;58,5',
  'Emil;178,75;77,5',
  'Fritz;190,0;91,125',
  'Gerd;160,5;51,0',
  'Hans;186,5;85,75',
]
export const AWKWARD_END = '\r\n'

export function writeAwkwardTable(folder: string): string {
  const path = join(folder, 'Größen.csv')
  writeFileSync(path, AWKWARD_LINES.join(AWKWARD_END))
  return path
}

/** A path that cannot be opened as a table. */
export interface Placed {
  path: string
  remove(): void
}

export function placeFolder(folder: string): Placed {
  const path = join(folder, 'folder.csv')
  mkdirSync(path)
  return { path, remove: () => rmSync(path, { recursive: true }) }
}

export function placeMissing(folder: string): Placed {
  return { path: join(folder, 'nowhere.csv'), remove: () => undefined }
}

/** A name in a folder that no program can read, whoever runs it: a socket. */
export async function placeUnreadable(folder: string): Promise<Placed> {
  const path = join(folder, 'unreadable.csv')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(path, resolve))
  return { path, remove: () => void server.close() }
}
