import { createHash } from 'node:crypto'
import { closeSync, openSync, statfsSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { EngineError } from '../../contract/errors.ts'
import { kindOfBytes } from '../../core/table/bytes.ts'
import type { WorkControl } from '../control.ts'
import { createTextFolder, dropTextFolder } from '../text-copy.ts'
import { asRefusal } from './file-reasons.ts'
import { refusals } from './refusals.ts'
import { openSource, type Source } from './source.ts'

const MAGIC = [0x1f, 0x8b]
const PIECE = 1 << 16
const UNPACKED_PIECE = 1 << 18
/** Bytes that tell what a packed file holds. */
const HEAD = 1 << 15
/** What is left on the disk for everything else. */
const RESERVE = 1 << 28
/** Of the progress, unpacking is the first third: as much as half of what reading the text is then. */
const SHARE = 3

export function isGzip(source: Source): boolean {
  const head = new Uint8Array(MAGIC.length)
  source.read(0, head)
  return MAGIC.every((byte, i) => head[i] === byte)
}

/**
 * The text of a packed file in a private temporary file, as a source in the place of the packed one, which it closes.
 * It is deleted where this fails; afterwards that is the caller's to do.
 */
export async function unpack(
  packed: Source,
  control: WorkControl,
  roomIn: (folder: string) => number = freeBytes,
): Promise<Source> {
  const folder = createTextFolder()
  const textPath = join(folder, 'text')
  try {
    const hash = await unpackTo(textPath, packed, control, roomIn(folder))
    const text = openSource(textPath)
    return {
      ...packed,
      textPath,
      textBytes: text.bytes,
      compression: 'gzip',
      hash,
      ahead: Math.ceil(text.bytes / (SHARE - 1)),
      read: text.read,
      close() {
        text.close()
        packed.close()
      },
    }
  } catch (thrown) {
    dropTextFolder(folder)
    throw refusalOf(thrown, packed)
  }
}

/** Gives the SHA-256 of the packed bytes. */
async function unpackTo(
  textPath: string,
  packed: Source,
  control: WorkControl,
  room: number,
): Promise<string> {
  const hash = createHash('sha256')
  const target = openSync(textPath, 'wx', 0o600)
  const refuseIfStopped = () => {
    if (control.stopped()) throw refusals.cancelled()
  }

  function* pieces() {
    for (let at = 0; ;) {
      refuseIfStopped()
      control.report(at, SHARE * packed.bytes, 0)
      const piece = Buffer.alloc(PIECE)
      const bytes = piece.subarray(0, packed.read(at, piece))
      if (bytes.length === 0) return
      hash.update(bytes)
      at += bytes.length
      yield bytes
    }
  }

  async function write(unpacked: AsyncIterable<Buffer>) {
    let written = 0
    for await (const bytes of unpacked) {
      refuseIfStopped()
      if (written === 0) refuseBinary(packed.name, bytes)
      if (written + bytes.length > room) throw refusals.noRoom(packed.name, dirname(textPath), room)
      for (let at = 0; at < bytes.length;) at += writeSync(target, bytes, at)
      written += bytes.length
    }
  }

  try {
    await pipeline(pieces, createGunzip({ chunkSize: UNPACKED_PIECE }), write)
  } finally {
    closeSync(target)
  }
  if (packed.changed()) throw refusals.changed(packed.name)
  return hash.digest('hex')
}

function refuseBinary(name: string, first: Buffer): void {
  const kind = kindOfBytes(first.subarray(0, HEAD))
  // Zero bytes alone may be UTF-16, which is found out where it is read.
  if (kind.kind === 'binary' && kind.what !== 'a binary file') throw refusals.packedBinary(name, kind.what)
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return Math.max(0, bavail * bsize - RESERVE)
}

function refusalOf(thrown: unknown, packed: Source): unknown {
  const { name } = packed
  if (thrown instanceof EngineError && thrown.code === 'cancelled') return thrown
  if (packed.changed()) return refusals.changed(name)
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  if (code === 'Z_BUF_ERROR') return refusals.cutGzip(name)
  if (code.startsWith('Z_')) return refusals.brokenGzip(name)
  if (code === 'ENOSPC' || code === 'EDQUOT') return refusals.diskFull(name)
  return asRefusal(name, thrown)
}
