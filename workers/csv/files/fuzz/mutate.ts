import type { Random } from '../../../../core/random/random.ts'
import { pick } from '../generated/random-table.ts'

/** Texts that decide how a file is read. */
const TOKENS = [
  ...[
    ',',
    ';',
    '\t',
    '|',
    ' ',
    '"',
    "'",
    '""',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '#',
    '# ',
    '\0',
    '\ufeff',
    'sep=;\n',
  ],
  ...[
    '-',
    '+',
    '.',
    'e',
    'E5',
    '1e400',
    '-1e-400',
    'inf',
    'NaN',
    'NA',
    '0x1F',
    '%',
    '€',
    '$',
    '\u2212',
    '\u00a0',
    '\u202f',
  ],
  ...[
    '1.234',
    '1,234',
    '0,5',
    '1 234',
    "1'234",
    '007',
    '9007199254740993',
    '2024-01-31',
    'true',
    'x',
    '5.',
    '.5',
  ],
  ...[
    '1.00000000000000011102230246251565404236316680908203125',
    '12345678901234567890',
    '4.9e-324',
    '5e',
    '1,23,4',
  ],
]

/** Some bytes of a file changed, taken out, put in, repeated or mixed with those of another one. */
export function mutate(random: Random, bytes: Uint8Array, other: Uint8Array): Buffer {
  let mutated: Buffer = Buffer.from(bytes)
  const times = 1 + random.below(random.next() < 0.2 ? 12 : 3)
  for (let i = 0; i < times; i++) mutated = pick(random, MUTATIONS)(random, mutated, other)
  return mutated
}

type Mutation = (random: Random, bytes: Buffer, other: Uint8Array) => Buffer

const MUTATIONS: readonly Mutation[] = [
  flip,
  flip,
  replace,
  replace,
  insertToken,
  insertToken,
  insertToken,
  remove,
  repeat,
  splice,
  truncate,
  insertNoise,
]

function flip(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  if (copy.length > 0) copy[random.below(copy.length)] ^= 1 << random.below(8)
  return copy
}

function replace(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  if (copy.length > 0) copy[random.below(copy.length)] = 32 + random.below(95)
  return copy
}

function insertToken(random: Random, bytes: Buffer): Buffer {
  const token = pick(random, TOKENS)
  const wide = bytes.includes(0) && random.next() < 0.8
  return inserted(bytes, random.below(bytes.length + 1), Buffer.from(token, wide ? 'utf16le' : 'utf8'))
}

function insertNoise(random: Random, bytes: Buffer): Buffer {
  const noise = Buffer.from(Array.from({ length: 1 + random.below(20) }, () => random.below(256)))
  return inserted(bytes, random.below(bytes.length + 1), noise)
}

function remove(random: Random, bytes: Buffer): Buffer {
  const [from, to] = range(random, bytes)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
}

function repeat(random: Random, bytes: Buffer): Buffer {
  const [from, to] = range(random, bytes)
  return inserted(bytes, to, bytes.subarray(from, to))
}

function splice(random: Random, bytes: Buffer, other: Uint8Array): Buffer {
  const [from, to] = range(random, Buffer.from(other))
  return inserted(bytes, random.below(bytes.length + 1), other.subarray(from, to))
}

function truncate(random: Random, bytes: Buffer): Buffer {
  return bytes.subarray(0, random.below(bytes.length + 1))
}

function inserted(bytes: Buffer, at: number, piece: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)])
}

/** Mostly short. */
function range(random: Random, { length }: Buffer): [from: number, to: number] {
  const from = random.below(length + 1)
  const most = random.next() < 0.8 ? 12 : length
  return [from, Math.min(length, from + random.below(most + 1))]
}
