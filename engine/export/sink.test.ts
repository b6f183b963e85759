import { createHash } from 'node:crypto'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGzipSink, createSink, type Sink } from './sink.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-sink-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Writes 3 MB through one buffer, as the splice does. */
async function fill(sink: Sink) {
  const buffer = Buffer.alloc(1 << 20)
  for (const letter of ['a', 'b', 'c']) await sink.write(buffer.fill(letter))
  return await sink.end()
}
const expected = ['a', 'b', 'c'].map((letter) => letter.repeat(1 << 20)).join('')

describe('a sink', () => {
  it.each([
    ['plain', (sink: Sink) => sink, (bytes: Buffer) => bytes],
    ['packed', createGzipSink, gunzipSync],
  ])('holds what was written and knows the hash of the file: %s', async (name, wrap, unwrap) => {
    const path = join(folder, name)
    const file = await open(path, 'w')
    const written = await fill(wrap(createSink(file)))
    await file.close()
    const bytes = await readFile(path)
    expect(unwrap(bytes).toString() === expected).toBe(true)
    expect(written).toEqual({
      bytes: bytes.length,
      hash: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  it('that packs fails as the disk fails', async () => {
    const full: Sink = {
      write: () => Promise.reject(new Error('the disk is full')),
      end: () => Promise.reject(new Error('not reached')),
      abandon: () => undefined,
    }
    const sink = createGzipSink(full)
    await expect(fill(sink)).rejects.toThrowError('the disk is full')
    sink.abandon()
  })
})
