import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, expect, test } from 'vitest'
import { createWorkControl } from '../control.ts'
import { createScratchFolder } from '../fixtures/scratch-folder.ts'
import { dropText } from '../text-copy.ts'
import { isGzip, unpack } from './gzip.ts'
import { openCsv } from './open.ts'
import { openSource, type Source } from './source.ts'

const scratch = createScratchFolder()
const opened: Source[] = []
afterEach(() => {
  for (const source of opened.splice(0)) {
    source.close()
    dropText(source)
  }
})
afterAll(() => scratch.remove())

const text = 'a,b\n1.5,2\n3,4\n'
const long = `a,b\n${Array.from({ length: 200_000 }, (_, i) => `${i % 977}.5,${(i * i) % 1009}\n`).join('')}`

async function unpacked(bytes: Uint8Array, room = Infinity): Promise<Source> {
  const packed = openSource(scratch.write(bytes, 'data.csv.gz'))
  try {
    const source = await unpack(packed, createWorkControl(), () => room)
    opened.push(source)
    return source
  } catch (thrown) {
    packed.close()
    throw thrown
  }
}

const foldersLeft = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('basin-text-') && name.includes(`-${process.pid}-`))

test('a packed file is unpacked into a file that nobody else can read', async () => {
  const bytes = gzipSync(long)
  const source = await unpacked(bytes)
  expect(readFileSync(source.textPath, 'utf8')).toBe(long)
  expect(source).toMatchObject({ bytes: bytes.length, textBytes: long.length, compression: 'gzip' })
  expect(source.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
  const into = Buffer.alloc(4)
  expect(source.read(10, into)).toBe(4)
  expect(into.toString()).toBe('1.5,')
  if (process.platform === 'win32') return
  expect(statSync(dirname(source.textPath)).mode & 0o777).toBe(0o700)
  expect(statSync(source.textPath).mode & 0o777).toBe(0o600)
})

test('a file is packed where its first bytes say so, whatever its name', () => {
  for (const [bytes, is] of [
    [gzipSync(text), true],
    [Buffer.from(text), false],
    [Buffer.from('\u001f', 'latin1'), false],
  ] as const) {
    const source = openSource(scratch.write(bytes))
    expect(isGzip(source)).toBe(is)
    source.close()
  }
})

test.each([
  ['cut off', gzipSync(long).subarray(0, 5000), 'file-unreadable', /not complete/],
  [
    'cut in its second part',
    Buffer.concat([gzipSync(text), gzipSync(long).subarray(0, 5000)]),
    'file-unreadable',
    /not complete/,
  ],
  ['damaged', damaged(gzipSync(long)), 'file-unreadable', /damaged/],
  ['of a picture', gzipSync(Buffer.from('89504e470d0a1a0a', 'hex')), 'file-binary', /holds a PNG picture/],
  ['of an archive', gzipSync(`${'x'.repeat(257)}ustar\u0000`), 'file-binary', /holds a tar archive/],
  ['of a packed file', gzipSync(gzipSync(text)), 'file-binary', /holds a gzip archive/],
])(
  'a packed file that is %s is refused in words and leaves nothing behind',
  async (_, bytes, code, words) => {
    const before = foldersLeft()
    await expect(unpacked(bytes)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words) as string,
      remedy: expect.stringMatching(/^[A-Z].+\.$/) as string,
    })
    expect(foldersLeft()).toEqual(before)
  },
)

test('a file that takes more than there is room for is refused with how much that is', async () => {
  const before = foldersLeft()
  const refused = unpacked(gzipSync(long), 1_500_000)
  await expect(refused).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringContaining('1 MB') as string,
  })
  expect(foldersLeft()).toEqual(before)
})

test('a packed file that grows while it is unpacked is refused', async () => {
  const path = scratch.write(gzipSync(long))
  const packed = openSource(path)
  appendFileSync(path, 'x')
  await expect(unpack(packed, createWorkControl())).rejects.toMatchObject({ code: 'file-changed' })
  packed.close()
})

test('unpacking stops at once where that is asked for, and leaves nothing behind', async () => {
  const before = foldersLeft()
  const control = createWorkControl()
  const path = scratch.write(gzipSync(Buffer.alloc(1 << 28)))
  const opening = openCsv({ path, dialect: {}, control: control.buffer })
  setTimeout(() => control.stop(), 20)
  await expect(opening).rejects.toMatchObject({ code: 'cancelled' })
  expect(foldersLeft()).toEqual(before)
})

test('a packed table is read where its text is, and progress does not go back', async () => {
  const control = createWorkControl()
  const path = scratch.write(gzipSync(text), 'data.csv.gz')
  const file = await openCsv({ path, dialect: {}, control: control.buffer })
  expect(file.compression).toBe('gzip')
  expect(file.bytes).toBe(statSync(path).size)
  expect(Array.from(file.values[0]!)).toEqual([1.5, 3])
  expect(readFileSync(file.textPath, 'utf8').slice(file.rowStarts[1], file.rowEnds[1])).toBe('3,4')
  expect(control.reading()).toEqual({ fraction: 1, rows: 2 })
  dropText(file)
  expect(existsSync(file.textPath)).toBe(false)
  expect(existsSync(path)).toBe(true)
})

test('a packed file without a table leaves nothing behind', async () => {
  const before = foldersLeft()
  const path = scratch.write(gzipSync('a,b\n'), 'data.csv.gz')
  const control = createWorkControl()
  const opening = openCsv({ path, dialect: {}, control: control.buffer })
  await expect(opening).rejects.toMatchObject({ code: 'file-header-only' })
  expect(foldersLeft()).toEqual(before)
})

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy[copy.length >> 1] ^= 0xff
  return copy
}
