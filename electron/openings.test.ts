import { expect, it, vi } from 'vitest'
import { askHowMany, createOpenings, UNASKED } from './openings.ts'

const files = (count: number) => Array.from({ length: count }, (_, i) => `/${i}.csv`)

/** Opens in its own time; keeps count of how many do at once. */
function opener() {
  const opened: string[] = []
  let [now, most] = [0, 0]
  const open = async (file: string) => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 1))
    now--
    opened.push(file)
  }
  return { opened, open, most: () => most }
}
const failed = vi.fn()

it('opens files one after another, in their order, also where they come one by one', async () => {
  const { opened, open, most } = opener()
  const ask = vi.fn()
  const openings = createOpenings({ open, ask, failed })
  await Promise.all([openings.add(['/a.csv', '/b.csv']), openings.add(['/c.csv'])])
  await openings.add(['/d.csv'])
  expect(opened).toEqual(['/a.csv', '/b.csv', '/c.csv', '/d.csv'])
  expect(most()).toBe(1)
  expect(ask).not.toHaveBeenCalled()
})

it('asks once of fifty that come one by one, and opens as many as are wanted', async () => {
  const { opened, open } = opener()
  const ask = vi.fn((_count: number) => Promise.resolve(UNASKED))
  const openings = createOpenings({ open, ask, failed })
  await Promise.all(files(50).map((file) => openings.add([file])))
  expect(ask.mock.calls).toEqual([[50]])
  expect(opened).toEqual(files(UNASKED))
})

it('opens the others where one will not open', async () => {
  const { opened, open } = opener()
  const refusing = (file: string) => (file === '/1.csv' ? Promise.reject(new Error('no')) : open(file))
  await createOpenings({ open: refusing, ask: vi.fn(), failed }).add(files(3))
  expect(opened).toEqual(['/0.csv', '/2.csv'])
  expect(failed).toHaveBeenCalledExactlyOnceWith(new Error('no'))
})

it('opens what comes after a question that could not be asked', async () => {
  const { opened, open } = opener()
  const openings = createOpenings({ open, ask: () => Promise.reject(new Error('no window')), failed })
  await expect(openings.add(files(50))).rejects.toThrow('no window')
  await openings.add(['/a.csv'])
  expect(opened).toEqual(['/a.csv'])
})

it.each([
  [0, UNASKED],
  [1, 50],
  [2, 0],
])('button %i of the question opens %i of fifty', async (response, wanted) => {
  const showMessageBox = vi.fn(() => Promise.resolve({ response, checkboxChecked: false }))
  expect(await askHowMany({ showMessageBox }, 50)).toBe(wanted)
})
