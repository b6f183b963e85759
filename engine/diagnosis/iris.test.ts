import { afterAll, beforeAll, expect, it } from 'vitest'
import { diagnosisSentences } from '../../contract/finding-words.ts'
import { countRows, hasRow } from '../../contract/row-mask.ts'
import type { FitSummary } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
let fit: FitSummary

beforeAll(async () => {
  bench = await openBench()
  const { dataset } = await bench.openSample('iris')
  const components = { from: 8, to: 8 }
  const settings = settingsOf({ columns: [0, 1, 2, 3], components, restarts: 40, tolerance: 1e-7 })
  fit = await bench.engine.fit({ dataset, settings })
})
afterAll(() => bench.close())

const collapsed = () => fit.restarts.filter(({ state }) => state === 'collapsed')

it('iris with 8 full components and no regularisation: failures are rows, and every success is there with its model', async () => {
  expect(fit.restarts).toHaveLength(40)
  expect(collapsed().length).toBeGreaterThan(0)
  const others = fit.restarts.filter(({ state }) => state !== 'collapsed')
  expect(others.length).toBeGreaterThan(0)
  expect(fit.best).not.toBeNull()
  for (const { id, state, solution } of others) {
    expect(state).toBe('converged')
    expect(fit.solutions.find((each) => each.id === solution)?.restarts).toContain(id)
    const model = await bench.engine.model({ fit: fit.fit, restart: id })
    expect(model.sizes.reduce((sum, size) => sum + size, 0)).toBe(150)
  }
})

it('each of its failures says which component, why, where the rows stand, and what to do', async () => {
  for (const { id, reason } of collapsed()) {
    expect(reason).toMatch(/component/i)
    const diagnosis = await bench.engine.diagnose({ fit: fit.fit, restart: id })
    const [finding] = diagnosis.findings
    expect(finding.code).toBe('collapsed')
    expect(finding.remedies.length).toBeGreaterThan(0)
    expect(finding.message).toBe(reason)
    const { rows } = finding
    if (rows === null) continue
    expect(countRows(rows.mask)).toBe(rows.count)
    expect(rows.sample.every((row) => hasRow(rows.mask, row))).toBe(true)
    expect(rows.lines).toEqual(rows.sample.map((row) => row + 2))
    const [sentence] = diagnosisSentences(diagnosis)
    expect(sentence).toContain(`component ${finding.components[0] + 1}`)
  }
})

it('what its failures have in common is told once, with the remedies that most of them have', async () => {
  const asked = { fit: fit.fit, components: 8, covariance: 'VVV' } as const
  const view = await bench.engine.collapses(asked)
  expect(view).toMatchObject({ ended: 40, collapsed: collapsed().length })
  expect(view.examined).toBe(Math.min(12, view.collapsed))
  expect(view.fewRows).toBeGreaterThan(view.examined / 2)
  expect(view.remedies.map(({ kind }) => kind)).toContain('regularise')
})

it('a restart that is sound has no finding, and one that is not there is refused', async () => {
  const { dataset } = await bench.openSample('iris')
  const settings = settingsOf({ columns: [0, 1, 2, 3], restarts: 2 })
  const two = await bench.engine.fit({ dataset, settings })
  expect((await bench.engine.diagnose({ fit: two.fit, restart: 'VVV-2-0' })).findings).toEqual([])
  const absent = bench.engine.diagnose({ fit: two.fit, restart: 'VVV-2-9' })
  await expect(absent).rejects.toMatchObject({ code: 'unknown-id' })
})

it('a diagnosis can be given up', async () => {
  const signal = AbortSignal.abort()
  const given = bench.engine.diagnose({ fit: fit.fit, restart: collapsed()[0].id }, { signal })
  await expect(given).rejects.toMatchObject({ code: 'cancelled' })
})
