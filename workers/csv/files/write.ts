import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CASES } from './cases.ts'
import type { CsvFile, ExpectedColumn } from './csv-file.ts'
import { summary } from './differences.ts'
import { place } from './place.ts'

// npx node workers/csv/files/write.ts FOLDER
const [folder] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Say where to: write.ts FOLDER\n')
  process.exitCode = 2
} else {
  mkdirSync(folder, { recursive: true })
  for (const file of CASES) place(folder, file)
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(CASES.map(outcome), null, 1)}\n`)
  process.stdout.write(`${CASES.length} files and expected.json in ${folder}\n`)
}

/** A file's outcome in the words of `basin inspect`. */
function outcome({ name, about, choice, expected }: CsvFile): object {
  if ('refused' in expected) {
    const { refused, line } = expected
    return { file: name, refuses: about, choice, code: refused, line }
  }
  const { columns, ...stated } = expected
  return { file: name, reads: about, choice, ...stated, columns: columns.map(profile) }
}

function profile({ name, type, cells, missing, ambiguous, format }: ExpectedColumn): object {
  if (cells === null) return { name, type, missing, ambiguous }
  return {
    name,
    type,
    ambiguous,
    format,
    ...summary(cells),
    missing: cells.filter((cell) => cell === null).length,
    rejected: cells.filter((cell) => typeof cell === 'string').length,
    cells,
  }
}
