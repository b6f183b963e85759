import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Door } from './door.ts'
import type { ReportAsked } from './take-away.ts'

/** The report as the engine writes it, so that a file and standard output are the same bytes. */
export async function reportText({ engine, target }: Door, asked: ReportAsked): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'basin-'))
  try {
    const path = join(folder, 'report.json')
    await engine.exportReport({ ...asked, target: target(path) })
    return await readFile(path, 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
