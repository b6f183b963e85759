import { expect, it } from 'vitest'
import { createArrivals } from './arrivals.ts'

it('keeps the file of the command line for the page, once', () => {
  const arrivals = createArrivals('/a.csv')
  expect(arrivals.takeFirst()).toBe('/a.csv')
  expect(arrivals.takeFirst()).toBeNull()
})

it('lets a file opened by the system before the page is there take the place of the first', () => {
  const arrivals = createArrivals('/a.csv')
  arrivals.arrived('/b.csv')
  expect(arrivals.takeFirst()).toBe('/b.csv')
})

it('passes later files on at once', () => {
  const later: string[] = []
  const arrivals = createArrivals(null)
  arrivals.onLater((path) => later.push(path))
  arrivals.takeFirst()
  arrivals.arrived('/c.csv')
  expect(later).toEqual(['/c.csv'])
  expect(arrivals.takeFirst()).toBeNull()
})
