import { afterAll, expect, test } from 'vitest'
import { createScratchFolder } from '../../fixtures/scratch-folder.ts'
import { fuzzCase, type FuzzOutcome } from './fuzz/fuzz-case.ts'
import { slowNumber } from './fuzz/slow-number.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())
const path = scratch.write('', 'table.csv')

test('files with changed bytes open with the values that their text says, or are refused in words, within five seconds', async () => {
  const outcomes: (FuzzOutcome & { seed: number })[] = []
  for (let seed = 0; seed < 3000; seed++) outcomes.push({ seed, ...(await fuzzCase(seed, path)) })
  expect(outcomes.filter(({ kind }) => kind === 'failed')).toEqual([])
  expect(outcomes.filter(({ seconds }) => seconds > 5)).toEqual([])
  expect(outcomes.filter(({ kind }) => kind === 'opened').length).toBeGreaterThan(1000)
})

test('the slow reading that the values are held against knows what a number is', () => {
  const german = { decimal: ',', thousands: '.', unit: '€' } as const
  expect(slowNumber('-1.234.567,5 €', german)).toEqual({ value: -1234567.5, unit: true })
  expect(slowNumber('12.34,5', german).value).toBeNaN()
  const plain = { decimal: '.', thousands: '', unit: '' } as const
  expect(['5.', '.5', '+1e3', '\u22122', ' 7 '].map((cell) => slowNumber(cell, plain).value)).toEqual([
    5, 0.5, 1000, -2, 7,
  ])
  for (const cell of ['', '.', '1e', '0x1F', '1e400', 'inf', '1,5', '1 2', '--1', '1e5.5'])
    expect(slowNumber(cell, plain).value).toBeNaN()
})
