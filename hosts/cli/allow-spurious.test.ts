import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { captured } from './captured.ts'

const iris = fileURLToPath(new URL('../../samples/iris.csv', import.meta.url))
const asked = [
  'fit',
  iris,
  '--components',
  '3',
  '--covariance',
  'full',
  '--restarts',
  '60',
  '--refinements',
  '0',
]

interface Report {
  settings: { 'allow-spurious': boolean }
  best: string
  bestUnlessSpurious: string
  bestWithSpurious: string
  unseen: { restarts: number; chance: number }[]
  solutions: {
    id: string
    kind: string
    hits: number
    hitsBy: { init: string; hits: number; of: number }[]
  }[]
}

async function report(...more: string[]): Promise<Report> {
  const { status, out } = await captured([...asked, '--json', ...more])
  expect(status).toBe(0)
  return JSON.parse(out) as Report
}

it('a spurious solution wins only where that is allowed, and the report says which would win otherwise', async () => {
  const [without, withThem] = [await report(), await report('--allow-spurious')]
  const kindOf = (id: string) => without.solutions.find((solution) => solution.id === id)?.kind
  expect(kindOf(without.best)).toBe('best')
  expect(kindOf(withThem.best)).toBe('spurious')
  for (const one of [without, withThem])
    expect([one.bestUnlessSpurious, one.bestWithSpurious]).toEqual([without.best, withThem.best])
  expect([without.settings['allow-spurious'], withThem.settings['allow-spurious']]).toEqual([false, true])
})

it('a person reads which would be best, how the best was reached, and whether enough was run', async () => {
  const plain = await captured(asked)
  expect(plain.out).toMatch(
    /VVV-3-\w would be best if spurious ones were allowed \(--allow-spurious\): BIC lower by \d[\d,.]*\n/,
  )
  expect(plain.out).toMatch(
    /hits of VVV-3-\w by start: kmeans \d of 1, short-runs \d+ of 30, kmeans\+\+ \d+ of 15/,
  )
  expect(plain.out).toMatch(
    /one more restart of these 60: \d+ % for a solution not seen yet \(95 %: at most \d+ %\), at most 4\.9 % for a better one/,
  )
  const allowed = await captured([...asked, '--allow-spurious'])
  expect(allowed.out).toMatch(
    /is spurious and best because of --allow-spurious \(BIC lower by \d[\d,.]*\); else it would be VVV-3-/,
  )
})

it('the report has the hits by start and the chance of a solution not seen yet', async () => {
  const { solutions, unseen } = await report()
  for (const { hits, hitsBy } of solutions)
    expect(hitsBy.reduce((sum, each) => sum + each.hits, 0)).toBe(hits)
  expect(solutions[0].hitsBy.map(({ init, of }) => [init, of])).toEqual([
    ['kmeans', 1],
    ['short-runs', 30],
    ['kmeans++', 15],
    ['random-rows', 14],
  ])
  const once = solutions.filter(({ hits }) => hits === 1).length
  expect(unseen).toMatchObject([{ restarts: 60, chance: once / 60 }])
})
