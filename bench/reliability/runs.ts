import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import type { Shown } from './part.ts'

const FILE = 'bench/reliability.json'

export interface Run extends Shown {
  date: string
  machine: string
  seconds: number
}

export type Runs = Readonly<Record<string, Run>>

/** The last run of each part, by its name. */
export function runsKept(): Runs {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Runs) : {}
}

export async function keepRun(part: string, run: Run): Promise<void> {
  const text = JSON.stringify({ ...runsKept(), [part]: run })
  writeFileSync(FILE, await format(text, { parser: 'json', printWidth: 110 }))
}
