import { expect, test } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { createPageEngine } from './page-engine.ts'

function recorder() {
  const closed: string[] = []
  const unused: string[] = []
  let count = 0
  let release = (): void => undefined
  const gate = new Promise<void>((resolve) => (release = resolve))
  const engine = {
    open: async ({ source }: { source: { sample: string } | { grant: string } }) => {
      if ('grant' in source) return { dataset: `${source.grant}${++count}` }
      if (source.sample === 'late') await gate
      return { dataset: source.sample }
    },
    close: async ({ dataset }: { dataset: string }) => {
      closed.push(dataset)
      return null
    },
  } as unknown as Engine
  return {
    page: createPageEngine(engine, (grant) => unused.push(grant)),
    closed,
    unused,
    release: () => release(),
  }
}

test('what a page had open is closed when it leaves, and what it closed itself is not closed twice', async () => {
  const { page, closed } = recorder()
  await page.engine.open({ source: { sample: 'a' } })
  await page.engine.open({ source: { sample: 'b' } })
  await page.engine.close({ dataset: 'a' })
  page.leave()
  expect(closed).toEqual(['a', 'b'])
})

test('a file that has opened only after the page left is closed as well', async () => {
  const { page, closed, release } = recorder()
  const opening = page.engine.open({ source: { sample: 'late' } })
  page.leave()
  release()
  await opening
  expect(closed).toEqual(['late'])
})

test('a grant is unused once the last that was opened by it is closed', async () => {
  const { page, unused } = recorder()
  await page.engine.open({ source: { grant: 'g' } })
  await page.engine.open({ source: { grant: 'g' } })
  await page.engine.close({ dataset: 'g1' })
  expect(unused).toEqual([])
  await page.engine.close({ dataset: 'g2' })
  expect(unused).toEqual(['g'])
})

test('a page that leaves may come back for what it opened', async () => {
  const { page, closed, unused } = recorder()
  await page.engine.open({ source: { grant: 'g' } })
  page.leave()
  expect(closed).toEqual(['g1'])
  expect(unused).toEqual([])
})
