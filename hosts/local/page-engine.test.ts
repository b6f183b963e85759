import { expect, test } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { createPageEngine } from './page-engine.ts'

function recorder() {
  const closed: string[] = []
  let release = (): void => undefined
  const gate = new Promise<void>((resolve) => (release = resolve))
  const engine = {
    open: async ({ source }: { source: { sample: string } }) => {
      if (source.sample === 'late') await gate
      return { dataset: source.sample }
    },
    close: async ({ dataset }: { dataset: string }) => {
      closed.push(dataset)
      return null
    },
  } as unknown as Engine
  return { engine, closed, release: () => release() }
}

test('what a page had open is closed when it leaves, and what it closed itself is not closed twice', async () => {
  const { engine, closed } = recorder()
  const page = createPageEngine(engine)
  await page.engine.open({ source: { sample: 'a' } })
  await page.engine.open({ source: { sample: 'b' } })
  await page.engine.close({ dataset: 'a' })
  page.leave()
  expect(closed).toEqual(['a', 'b'])
})

test('a file that has opened only after the page left is closed as well', async () => {
  const { engine, closed, release } = recorder()
  const page = createPageEngine(engine)
  const opening = page.engine.open({ source: { sample: 'late' } })
  page.leave()
  release()
  await opening
  expect(closed).toEqual(['late'])
})
