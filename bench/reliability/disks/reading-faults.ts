import { appendFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFailingDisk, whyNoFailingDisk } from '../../../engine/fixtures/failing-disk.ts'
import { createSmallDisk, whyNoDisk } from '../../../engine/fixtures/small-disk.ts'

/** A folder whose files are struck by their paths. */
export interface ReadFrom {
  folder: string
  strike(path: string): void | Promise<void>
  remove(): void
}

export interface ReadingFault {
  name: string
  whyNot: string | null
  make(): ReadFrom
}

const KILOBYTES = 96 * 1024
const MEGABYTES = 96

const toFile = (name: string, strike: (path: string) => void): ReadingFault => ({
  name,
  whyNot: whyNoDisk,
  make() {
    const disk = createSmallDisk(KILOBYTES)
    return { folder: disk.path, strike, remove: () => disk.remove() }
  },
})

export const READING_FAULTS: readonly ReadingFault[] = [
  toFile('it is deleted', (path) => rmSync(path)),
  toFile('it is cut short', (path) => truncateSync(path, 700)),
  toFile('it is added to', (path) => appendFileSync(path, '1,2\n')),
  toFile('another takes its name', (path) => {
    const other = join(path, '../another')
    writeFileSync(other, 'a,b\n1,2\n3,4\n5,7\n')
    renameSync(other, path)
  }),
  {
    name: 'its drive vanishes',
    whyNot: whyNoDisk,
    make() {
      const disk = createSmallDisk(KILOBYTES)
      return { folder: disk.path, strike: () => disk.vanish(), remove: () => disk.remove() }
    },
  },
  {
    name: 'the disk cannot read it',
    whyNot: whyNoFailingDisk,
    make() {
      const disk = createFailingDisk(MEGABYTES)
      return { folder: disk.path, strike: () => disk.rot(), remove: () => disk.remove() }
    },
  },
]
