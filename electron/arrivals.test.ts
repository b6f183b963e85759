import { expect, it } from 'vitest'
import { createArrivals } from './arrivals.ts'

it('keeps the files of the command line for who asks, once', () => {
  const arrivals = createArrivals(['/a.csv', '/b.csv'])
  expect(arrivals.takeAll()).toEqual(['/a.csv', '/b.csv'])
  expect(arrivals.takeAll()).toEqual([])
})

it('loses none of the files that the system hands over one by one before anyone asks', () => {
  const arrivals = createArrivals(['/a.csv'])
  arrivals.arrived('/b.csv')
  arrivals.arrived('/c.csv')
  expect(arrivals.takeAll()).toEqual(['/a.csv', '/b.csv', '/c.csv'])
})

it('passes later files on at once', () => {
  const later: string[] = []
  const arrivals = createArrivals([])
  arrivals.onLater((path) => later.push(path))
  arrivals.takeAll()
  arrivals.arrived('/c.csv')
  arrivals.arrived('/d.csv')
  expect(later).toEqual(['/c.csv', '/d.csv'])
  expect(arrivals.takeAll()).toEqual([])
})
