import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createGrants } from '../grants.ts'
import { createLeftovers } from './leftovers.ts'
import { partName } from './part-names.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'basin-leftovers-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what a process left half-written where it was to write is gone once the next one has begun', async () => {
  const [choices, desk] = [join(folder, 'choices'), join(folder, 'desk')]
  for (const made of [desk, join(choices, 'autosave')]) mkdirSync(made, { recursive: true })
  const grants = createGrants()
  const { target } = grants.addTarget(join(desk, 'out.csv'))
  const dead = createLeftovers(choices, 10)
  expect(dead.noting(grants).target(target)).toBe(join(desk, 'out.csv'))
  const [half, other, living] = [partName('out.csv', 10), partName('kept', 10), partName('out.csv', 20)]
  for (const name of [half, living, '.mine.part', 'out.csv']) writeFileSync(join(desk, name), '')
  writeFileSync(join(choices, 'autosave', other), '')

  await createLeftovers(choices, 30, (pid) => pid !== 10).sweep()
  expect(readdirSync(desk).sort()).toEqual(['.mine.part', living, 'out.csv'].sort())
  expect(readdirSync(join(choices, 'autosave'))).toEqual([])
  expect(readdirSync(join(choices, 'writing'))).toEqual([])
})

test('of a process that closes nothing is noted any more, and notes that cannot be read are let go', async () => {
  const grants = createGrants()
  const { target } = grants.addTarget(join(folder, 'out.csv'))
  const own = createLeftovers(folder, 10)
  own.noting(grants).target(target)
  const [note] = readdirSync(join(folder, 'writing'))
  own.close()
  expect(readdirSync(join(folder, 'writing'))).toEqual([])
  writeFileSync(join(folder, 'writing', note), '["/tm')
  await createLeftovers(folder, 20, () => false).sweep()
  expect(readdirSync(join(folder, 'writing'))).toEqual([])
})

test('a note that cannot be taken away keeps nobody from starting or ending', async () => {
  const own = createLeftovers(folder, 10)
  const grants = createGrants()
  own.noting(grants).target(grants.addTarget(join(folder, 'out.csv')).target)
  const [note] = readdirSync(join(folder, 'writing'))
  rmSync(join(folder, 'writing', note))
  mkdirSync(join(folder, 'writing', note))
  await createLeftovers(folder, 20, () => false).sweep()
  expect(() => own.close()).not.toThrow()
})
