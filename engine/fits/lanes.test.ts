import { describe, expect, it } from 'vitest'
import { createLanes, type Pastime } from './lanes.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** Work that ends when it is told to, and the orders in which it began. */
function workshop(count: number, idle?: () => Pastime | null) {
  const lanes = createLanes(count, idle)
  const began: number[] = []
  const ends = new Map<number, () => void>()
  const ask = (order: number) =>
    lanes.run(order, (lane) => {
      began.push(order)
      return new Promise<number>((resolve) => ends.set(order, () => resolve(lane)))
    })
  const end = async (order: number) => {
    ends.get(order)?.()
    await settled()
  }
  return { ask, began, end }
}

describe('lanes', () => {
  it('take what waits by its order, then by the order of asking, as many at once as there are lanes', async () => {
    const { ask, began, end } = workshop(2)
    for (const order of [5, 4, 9, 3]) void ask(order)
    await settled()
    expect(began).toEqual([5, 4])
    await end(4)
    await end(3)
    expect(began).toEqual([5, 4, 3, 9])
  })

  it('say which of them does the work, and no two do the same at once', async () => {
    const { ask, end } = workshop(3)
    const lanes = [1, 2, 3].map(ask)
    await settled()
    for (const order of [1, 2, 3]) await end(order)
    expect((await Promise.all(lanes)).sort()).toEqual([0, 1, 2])
  })

  it('begin no more at once than are open then', async () => {
    let open = 1
    const lanes = createLanes(
      3,
      () => null,
      () => open,
    )
    const began: number[] = []
    const ends: (() => void)[] = []
    for (const order of [1, 2, 3, 4])
      void lanes.run(order, () => {
        began.push(order)
        return new Promise<void>((resolve) => ends.push(resolve))
      })
    await settled()
    expect(began).toEqual([1])
    open = 2
    ends[0]?.()
    await settled()
    expect(began).toEqual([1, 2, 3])
  })

  it('go on after work that failed', async () => {
    const lanes = createLanes(1)
    const failed = lanes.run(0, () => Promise.reject(new Error('no')))
    await expect(failed).rejects.toThrowError('no')
    expect(await lanes.run(1, () => Promise.resolve('yes'))).toBe('yes')
  })

  it('pass their time while nothing waits, and leave off for work', async () => {
    const left: number[] = []
    let passing = 0
    const pastime = (): Pastime => {
      const number = ++passing
      let end = () => {}
      const ended = new Promise<void>((resolve) => (end = resolve))
      return {
        ended,
        helped: {},
        leave() {
          left.push(number)
          end()
        },
      }
    }
    const { ask, began, end } = workshop(3, () => (passing < 2 ? pastime() : null))
    void ask(1)
    await settled()
    expect([passing, left]).toEqual([2, []])
    void ask(2)
    await settled()
    expect([left, began]).toEqual([[1], [1, 2]])
    void ask(3)
    await settled()
    expect([left, began]).toEqual([
      [1, 2],
      [1, 2, 3],
    ])
    await end(1)
  })

  /** Three lanes: work of order 0, and helpers of what `helped` names, which end by `leave(number)` alone. */
  async function helpersOf(...helped: object[]) {
    const asked: number[] = []
    const ends: (() => void)[] = []
    const pastime = (): Pastime => {
      const number = ends.length
      const ended = new Promise<void>((resolve) => ends.push(resolve))
      return { ended, helped: helped[number], leave: () => void asked.push(number) }
    }
    const { ask, began } = workshop(1 + helped.length, () => (ends.length < helped.length ? pastime() : null))
    const leave = async (number: number) => {
      ends[number]()
      await settled()
    }
    void ask(0)
    await settled()
    return { ask, began, asked, leave }
  }

  it('ask nobody twice, though one that was not asked ends by itself before', async () => {
    const { ask, began, asked, leave } = await helpersOf({}, {})
    void ask(1)
    await leave(1)
    expect([began, asked]).toEqual([[0, 1], [0]])
    void ask(2)
    expect(asked).toEqual([0])
    await leave(0)
    expect(began).toEqual([0, 1, 2])
  })

  it('ask again where another helper of the same left instead of the one that was asked', async () => {
    const desk = {}
    const { ask, began, asked, leave } = await helpersOf(desk, desk)
    void ask(1)
    await leave(1)
    expect([began, asked]).toEqual([[0, 1], [0]])
    void ask(2)
    expect(asked).toEqual([0, 0])
    await leave(0)
    expect(began).toEqual([0, 1, 2])
  })
})
