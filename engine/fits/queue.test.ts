import { describe, expect, it } from 'vitest'
import { createQueue, type Piece } from './queue.ts'

const ground = {}

function queueOf(count: number, change: (order: number) => Partial<Piece> = () => ({}), threads = 2) {
  const queue = createQueue<Piece>(threads)
  for (let order = 0; order < count; order++) queue.add({ order, ground, kind: 'one', ...change(order) })
  return { queue, take: () => queue.take().map(({ order }) => order) }
}

describe('the queue', () => {
  it('gives the lowest first, and pieces of equal order as they were asked for', () => {
    const queue = createQueue<Piece & { name: string }>(1)
    for (const [name, order] of [
      ['a', 4],
      ['b', 2],
      ['c', 4],
      ['d', 2],
    ] as const)
      queue.add({ name, order, ground, kind: name })
    const names = Array.from({ length: 5 }, () => queue.take().map(({ name }) => name))
    expect(names).toEqual([['b'], ['d'], ['a'], ['c'], []])
  })

  it('gives pieces one by one until one of their kind has ended', () => {
    const { queue, take } = queueOf(8)
    expect([take(), take()]).toEqual([[0], [1]])
    queue.took({ order: 0, ground, kind: 'one' }, 0.001)
    expect(take()).toEqual([2, 3, 4])
  })

  it('gives short ones together for 30 milliseconds, long ones alone', () => {
    const { queue, take } = queueOf(100)
    const one = { order: 0, ground, kind: 'one' }
    queue.took(one, 0.01)
    expect(take()).toEqual([0, 1, 2])
    for (let i = 0; i < 20; i++) queue.took(one, 1)
    expect(take()).toEqual([3])
  })

  it('leaves the other threads their share', () => {
    const { queue, take } = queueOf(5)
    queue.took({ order: 0, ground, kind: 'one' }, 0)
    expect([take(), take(), take(), take()]).toEqual([[0, 1, 2], [3], [4], []])
  })

  it('never puts two grounds together, nor a kind of which nothing is known with others', () => {
    const other = {}
    const grounds = queueOf(6, (order) => ({ ground: order < 2 ? ground : other }), 1)
    for (const one of [ground, other]) grounds.queue.took({ order: 0, ground: one, kind: 'one' }, 0)
    expect([grounds.take(), grounds.take()]).toEqual([
      [0, 1],
      [2, 3, 4, 5],
    ])
    const kinds = queueOf(6, (order) => ({ kind: order < 2 ? 'one' : 'two' }), 1)
    kinds.queue.took({ order: 0, ground, kind: 'one' }, 0)
    expect([kinds.take(), kinds.take(), kinds.take()]).toEqual([[0, 1], [2], [3]])
  })
})
