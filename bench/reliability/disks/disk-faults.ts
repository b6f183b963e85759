import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createFailingDisk, whyNoFailingDisk } from '../../../engine/fixtures/failing-disk.ts'
import { createSmallDisk, run, whyNoDisk, type SmallDisk } from '../../../engine/fixtures/small-disk.ts'

/** A disk with a folder on it, and what happens to it. */
export interface Struck {
  folder: string
  strike(): void | Promise<void>
  /** Makes it well again; null where that cannot be. */
  lift: (() => void | Promise<void>) | null
  remove(): void
}

export interface DiskFault {
  name: string
  /** Why it cannot be tried here; null where it can. */
  whyNot: string | null
  /** Comes as soon as something is being written; else before. */
  midway?: boolean
  /** Lets through what is no longer than this. */
  spares?: number
  /** A disk on which so many bytes are to be written. */
  make(bytes: number): Struck
}

const PAGE = 4096
const KILOBYTES = 1024

function onDisk(
  kilobytes: number,
  strike: (disk: SmallDisk, folder: string) => void | Promise<void>,
  lift: ((disk: SmallDisk, folder: string) => void | Promise<void>) | null,
): Struck {
  const disk = createSmallDisk(kilobytes)
  const folder = join(disk.path, 'files')
  mkdirSync(folder)
  return {
    folder,
    strike: () => strike(disk, folder),
    lift: lift === null ? null : () => lift(disk, folder),
    remove: () => disk.remove(),
  }
}

const roomFor = (bytes: number) => 256 + Math.ceil((3 * bytes) / KILOBYTES)
const half = (bytes: number) => Math.floor(bytes / 2 / PAGE) * PAGE

export const DISK_FAULTS: readonly DiskFault[] = [
  {
    name: 'the disk is full',
    whyNot: whyNoDisk,
    make: (bytes) =>
      onDisk(
        roomFor(bytes),
        (disk) => disk.fill(),
        (disk) => disk.empty(),
      ),
  },
  {
    name: 'the disk becomes full half-way',
    whyNot: whyNoDisk,
    spares: 2 * PAGE,
    make: (bytes) =>
      onDisk(
        roomFor(bytes),
        (disk) => disk.fill(half(bytes)),
        (disk) => disk.empty(),
      ),
  },
  {
    name: 'the disk is locked',
    whyNot: whyNoDisk,
    make: (bytes) =>
      onDisk(
        roomFor(bytes),
        (disk) => disk.lock(),
        (disk) => disk.unlock(),
      ),
  },
  {
    name: 'its folder may not be changed',
    whyNot: whyNoDisk,
    make: (bytes) =>
      onDisk(
        roomFor(bytes),
        // Root is asked for no permission, and obeys this.
        (_, folder) => void run('chattr', ['-R', '+i', folder]),
        (_, folder) => void run('chattr', ['-R', '-i', folder]),
      ),
  },
  {
    name: 'its drive has vanished',
    whyNot: whyNoDisk,
    make: (bytes) => onDisk(roomFor(bytes), (disk) => disk.vanish(), null),
  },
  {
    name: 'its drive vanishes meanwhile',
    whyNot: whyNoDisk,
    midway: true,
    make: (bytes) => onDisk(roomFor(bytes), (disk) => disk.vanish(), null),
  },
  {
    name: 'the disk takes what it cannot store',
    whyNot: whyNoFailingDisk,
    make(bytes) {
      const megabytes = 4 + Math.ceil((3 * bytes) / KILOBYTES ** 2)
      const disk = createFailingDisk(megabytes)
      return { folder: disk.path, strike: () => disk.starve(), lift: () => disk.feed(), remove: disk.remove }
    },
  },
]
