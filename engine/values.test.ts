import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBench, type Bench } from './fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(1)
})
afterAll(() => bench.close())

describe('the values of a column', () => {
  it('are those of the rows asked for, and keep the digits of large numbers', async () => {
    const { dataset } = await bench.openText('far.csv', 'a,b\n1000000000.125,1\n1000000000.5,2\n,3\n')
    const [column] = await bench.engine.values({ dataset, columns: [0], rows: Uint32Array.of(1, 0, 2) })
    if (column?.kind !== 'numbers') throw new Error('it is numeric')
    expect(Array.from(column.values, (value) => column.centre + value)).toEqual([
      1_000_000_000.5,
      1_000_000_000.125,
      NaN,
    ])
  })

  it('that hold texts are codes, the most frequent text first, without the cells that mean nothing', async () => {
    const { dataset } = await bench.openText(
      'text.csv',
      'a,kind\n1,"plum, ripe"\n2,fig\n3, fig \n4,NA\n5,fig\n6,é\n',
    )
    const rows = Uint32Array.of(0, 1, 2, 3, 5)
    const [column] = await bench.engine.values({ dataset, columns: [1], rows })
    expect(column).toEqual({
      kind: 'categories',
      names: ['fig', 'plum, ripe', 'é'],
      codes: Uint8Array.of(1, 0, 0, 255, 2),
      others: 0,
    })
  })

  it('that hold many texts name the most frequent twenty and count the others', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `${i},t${i % 25 < 20 ? i % 25 : i % 125}`)
    const { dataset } = await bench.openText('many.csv', `a,b\n${lines.join('\n')}\n`)
    const [column] = await bench.engine.values({ dataset, columns: [1], rows: Uint32Array.of(59_987, 24) })
    if (column?.kind !== 'categories') throw new Error('it is text')
    expect(column.names).toHaveLength(20)
    expect(column.others).toBe(25)
    expect([...column.codes].map((code) => column.names[code] ?? null)).toEqual(['t12', null])
  })

  it('of rows or columns that are not there are refused', async () => {
    const { dataset } = await bench.openText('small.csv', 'a,b\n1,2\n3,4\n')
    const far = bench.engine.values({ dataset, columns: [0], rows: Uint32Array.of(2) })
    await expect(far).rejects.toThrowError(/has 2 columns and 2 rows/)
    await expect(
      bench.engine.values({ dataset, columns: [2], rows: Uint32Array.of(0) }),
    ).rejects.toThrowError(/others were asked for/)
  })
})
