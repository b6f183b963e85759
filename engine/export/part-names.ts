import { createHash, randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../alive.ts'

/** Process numbers mean nothing on another machine that writes into the same folder. */
export const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/** Name of a file while it is written, which says who writes it. */
export const partName = (name: string, pid = process.pid): string =>
  `.${name.slice(0, 100)}.${MACHINE}-${pid}.${randomUUID()}.part`

const PART = /^\..*\.([0-9a-f]{8})-(\d+)\.[0-9a-f-]{36}\.part$/s

/** The process of this machine that writes a file of this name; null where none does. */
function writerOf(name: string): number | null {
  const [, machine, pid] = PART.exec(name) ?? []
  return machine === MACHINE ? Number(pid) : null
}

/** Whether a process of this machine that still runs writes a file of this name. */
export function isPartOfLiving(name: string): boolean {
  const pid = writerOf(name)
  return pid !== null && isAlive(pid)
}

/** Takes away what processes of this machine left half-written in a folder that ended without a word. */
export async function sweepParts(folder: string, alive = isAlive): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => {
    const pid = writerOf(name)
    return pid !== null && !alive(pid)
  })
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true }).catch(() => undefined)))
}
