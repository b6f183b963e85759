import { describe, expect, it, vi } from 'vitest'
import { createPages } from './pages.ts'

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
const cellsOf = (from: number, count: number) => Array.from({ length: count }, (_, at) => [`r${from + at}`])

function setUp(options = {}) {
  const fetchRows = vi.fn((from: number, count: number) => Promise.resolve(cellsOf(from, count)))
  const onFailure = vi.fn()
  const pages = createPages(1000, fetchRows, onFailure, { pageRows: 100, ...options })
  return { pages, fetchRows, onFailure }
}

describe('rows by the page', () => {
  it('come once, and are then there', async () => {
    const { pages, fetchRows } = setUp()
    pages.need(150, 30)
    expect(pages.row(150)).toBeNull()
    await settle()
    expect(pages.row(150)).toEqual(['r150'])
    pages.need(160, 30)
    expect(fetchRows).toHaveBeenCalledExactlyOnceWith(100, 100)
  })

  it('the last page is as short as the table', async () => {
    const { fetchRows } = setUp()
    const short = createPages(950, fetchRows, vi.fn(), { pageRows: 100 })
    short.need(940, 40)
    await settle()
    expect(fetchRows).toHaveBeenCalledWith(900, 50)
    expect(short.row(949)).toEqual(['r949'])
  })

  it('what scrolls by unseen is not asked for', async () => {
    const { pages, fetchRows } = setUp({ inFlight: 1 })
    for (const first of [0, 100, 200, 300, 900]) pages.need(first, 20)
    await settle()
    expect(fetchRows.mock.calls.map(([from]) => from)).toEqual([0, 900])
  })

  it('the least recently seen pages make room', async () => {
    const { pages } = setUp({ most: 2 })
    for (const first of [0, 100, 0, 200]) {
      pages.need(first, 20)
      await settle()
    }
    expect(pages.row(0)).toEqual(['r0'])
    expect(pages.row(100)).toBeNull()
  })

  it('a failure is reported once and not asked for again', async () => {
    const onFailure = vi.fn()
    const fetchRows = vi.fn(() => Promise.reject(new Error('the file has changed')))
    const pages = createPages(1000, fetchRows, onFailure, { pageRows: 100 })
    pages.need(0, 20)
    await settle()
    pages.need(0, 20)
    await settle()
    expect(onFailure).toHaveBeenCalledOnce()
    expect(fetchRows).toHaveBeenCalledOnce()
  })
})
