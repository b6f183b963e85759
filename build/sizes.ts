// What the packed program takes up, by part, against its budget.
// node build/sizes.ts [packed folder; default: each in release/]
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readPacked } from './shipped/packed-folder.ts'
import { BUDGET, megabytes, overBudget, sizeByPart, totalOf } from './shipped/sizes.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
/** A placeholder instead of Electron has a few kilobytes; the real one has more than this. */
const REAL_ELECTRON = 100_000_000

/** The table of one packed folder, and what in it is over the budget. */
export function sizesOf(folder: string): { table: string; over: string[] } {
  const { own, beside, electron } = readPacked(folder)
  const ours = totalOf(own) + totalOf(beside)
  const whole = ours + totalOf(electron)
  const isReal = totalOf(electron) > REAL_ELECTRON
  const line = (what: string, text: string) => `  ${what.padEnd(36)}${text.padStart(12)}\n`
  const parts = sizeByPart(own).map(({ part, bytes, files }) => line(`${part} (${files})`, megabytes(bytes)))
  const most = (bytes: number) => `budget ${megabytes(bytes)}`
  const table = [
    ...parts,
    line(`licences and settings beside it (${beside.length})`, megabytes(totalOf(beside))),
    line('ours, all together', megabytes(ours)).replace('\n', `   ${most(BUDGET.own)}\n`),
    isReal
      ? line('Electron', megabytes(totalOf(electron))) +
        line('installed', megabytes(whole)).replace('\n', `   ${most(BUDGET.installed)}\n`)
      : `  Electron itself is not in this folder: what is installed in all is not measured.\n`,
  ].join('')
  return { table, over: overBudget(ours, isReal ? whole : null) }
}

/** What `npm run dist` has left in release/: one folder for each system that was packed for. */
export const packedFolders = () => globSync(`${root}release/{*-unpacked,mac*}`)

/** Prints what each folder takes up. A folder that is over the budget makes the program fail. */
export function checkSizes(folders: readonly string[]): void {
  if (folders.length === 0) throw new Error('Nothing has been packed. Run: npm run dist')
  for (const folder of folders) {
    const { table, over } = sizesOf(folder)
    process.stdout.write(`${folder}\n${table}${over.map((sentence) => `${sentence}\n`).join('')}`)
    if (over.length > 0) process.exitCode = 1
  }
}

if (import.meta.main) {
  const [named] = process.argv.slice(2)
  checkSizes(named === undefined ? packedFolders() : [named])
}
