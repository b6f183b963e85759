import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FOLDER, NOTHING, type CsvFile } from './csv-file.ts'

/** Puts a file into a folder and gives its path. */
export function place(folder: string, { name, content }: CsvFile): string {
  const path = join(folder, name)
  if (content === FOLDER) mkdirSync(path, { recursive: true })
  else if (content !== NOTHING) writeFileSync(path, content)
  return path
}
