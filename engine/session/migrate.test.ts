import { expect, test } from 'vitest'
import { migrate, SESSION_VERSION } from './migrate.ts'

type Stored = Record<string, unknown>

const FORMAT = 'basin.session'
const session = (version: unknown, more: Stored = {}) => ({ format: FORMAT, version, ...more })

/** Steps from version 1 to version 4, each of which notes that it ran. */
const noting = (from: number) => (old: Stored) => ({
  ...old,
  version: from + 1,
  ran: [...(old['ran'] as number[]), from],
})
const STEPS = { 1: noting(1), 2: noting(2), 3: noting(3) }

test.each([
  [1, [1, 2, 3]],
  [2, [2, 3]],
  [3, [3]],
  [4, []],
])('a session of version %i goes through the steps %j, in order', (version, ran) => {
  const migrated = migrate(session(version, { ran: [], kept: 'as it was' }), 'a.basin', STEPS, 4)
  expect(migrated).toEqual(session(4, { ran, kept: 'as it was' }))
})

test('what is migrated stays as it was', () => {
  const old = Object.freeze(session(1, { ran: Object.freeze([]) }))
  const before = structuredClone(old)
  expect(migrate(old, 'a.basin', STEPS, 4)).not.toBe(old)
  expect(old).toEqual(before)
})

test.each([
  ['leaves the version', (old: Stored) => ({ ...old })],
  ['lowers it', (old: Stored) => ({ ...old, version: 1 })],
  ['leaps over one', (old: Stored) => ({ ...old, version: 4 })],
  ['loses it', ({ format }: Stored) => ({ format })],
])('a step that %s is an error, never a loop', (_name, step) => {
  const run = () => migrate(session(1, { ran: [] }), 'a.basin', { ...STEPS, 2: step }, 4)
  expect(run).toThrow('The step for sessions of version 2 does not lead to the next.')
})

test('a session of a newer version is refused in words', () => {
  const run = () => migrate(session(SESSION_VERSION + 1), 'a.basin')
  expect(run).toThrow(
    expect.objectContaining({ code: 'session-newer', remedy: 'Open it with a newer Basin.' }),
  )
  expect(run).toThrow(
    `“a.basin” was saved by a newer Basin (its version is ${SESSION_VERSION + 1}; this Basin knows ${SESSION_VERSION}).`,
  )
})

test.each([
  ['no version', session(undefined)],
  ['a version that is text', session('1')],
  ['a version that never was', session(0.5)],
  ['an older version from which no step leads', session(0)],
  ['another format', { format: 'basin.model', version: 1 }],
  ['a list', [session(1)]],
  ['nothing', null],
])('a file with %s is refused as unreadable', (_name, value) => {
  expect(() => migrate(value, 'a.basin')).toThrow(expect.objectContaining({ code: 'session-unreadable' }))
})
