import { afterAll, expect, test } from 'vitest'
import { createScratchFolder } from '../../fixtures/scratch-folder.ts'
import { roundTrip, type Trip } from './generated/round-trip.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())
const path = scratch.write('', 'table.csv')

test('tables written in any dialect come back to the bit, or are flagged as uncertain', async () => {
  const trips = await roundTrips(0)
  const wrong = trips.filter(({ outcome }) => outcome === 'wrong')
  expect(wrong.map(({ seed, problem, choice }) => ({ seed, problem, choice }))).toEqual([])
  expect(trips.filter(({ outcome }) => outcome === 'exact').length).toBeGreaterThan(0.8 * trips.length)
})

test('tables come back to the bit wherever the import is told how they are written', async () => {
  const trips = (await roundTrips(5000)).filter(({ told }) => told)
  expect(trips.length).toBeGreaterThan(100)
  expect(trips.filter(({ outcome }) => outcome !== 'exact')).toEqual([])
})

async function roundTrips(first: number): Promise<(Trip & { seed: number })[]> {
  const trips: (Trip & { seed: number })[] = []
  for (let seed = first; seed < first + 400; seed++) trips.push({ seed, ...(await roundTrip(seed, path)) })
  return trips
}
