import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FitSummary } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
let other: Bench
let dataset: string
beforeAll(async () => {
  bench = await openBench(2)
  other = await openBench(2)
  ;({ dataset } = await bench.openSample('old-faithful'))
})
afterAll(async () => {
  await bench.close()
  await other.close()
})

const settings = settingsOf({ components: { from: 2, to: 3 }, restarts: 30 })
const began = (changes = {}) => bench.engine.fit({ dataset, settings: { ...settings, ...changes } })
const remove = (fit: FitSummary, restarts: string[]) => bench.engine.remove({ fit: fit.fit, restarts })

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)
const ofCell = ({ solutions }: FitSummary, components: number) =>
  solutions.filter((each) => each.components === components).sort((a, b) => b.logLikelihood - a.logLikelihood)
const bestOf = ({ solutions, best }: FitSummary) => solutions.find(({ id }) => id === best)!
const refusal = { code: 'no-usable-model' }

describe('restarts that are removed', () => {
  it('count in nothing: what is left is summed up as if they had never run', async () => {
    const before = await began({ components: { from: 3, to: 3 } })
    const best = bestOf(before)
    const after = await remove(before, best.restarts)
    expect(after.fit).toBe(before.fit)
    expect(idsOf(after.removed)).toEqual(
      idsOf(before.restarts.filter(({ id }) => best.restarts.includes(id))),
    )
    expect(after.removed.every(({ solution }) => solution === null)).toBe(true)
    expect(idsOf([...after.restarts, ...after.removed]).sort()).toEqual(idsOf(before.restarts).sort())
    const [first] = ofCell(after, 3)
    const [, second] = ofCell(before, 3)
    expect({ ...first, id: '', kind: '', hitsBy: [] }).toEqual({ ...second, id: '', kind: '', hitsBy: [] })
    expect(first).toMatchObject({ id: 'VVV-3-A', kind: 'best', hits: second.hits })
    expect(first.hitsBy.reduce((sum, { of }) => sum + of, 0)).toBe(30 - best.hits)
    expect(after.unseen.map(({ restarts }) => restarts)).toEqual([30 - best.hits])
    expect(after.best).toBe('VVV-3-A')
  })

  it('come back to the bit, all or some, in whatever order they were removed', async () => {
    const before = await began()
    const [first = '', second = '', third = ''] = idsOf(before.restarts)
    const one = await remove(before, [second])
    const two = await remove(before, [third, second, first])
    expect(idsOf(two.removed)).toEqual([first, second, third])
    expect(await remove(before, [second])).toEqual(one)
    expect(await remove(before, [])).toEqual(before)
  })

  it('are still there to be looked at', async () => {
    const before = await began()
    const [id = ''] = bestOf(before).restarts
    const model = await bench.engine.model({ fit: before.fit, restart: id })
    await remove(before, [id])
    expect(await bench.engine.model({ fit: before.fit, restart: id })).toEqual(model)
    const played = await bench.engine.replay({ fit: before.fit, restart: id })
    expect(played.logLikelihoods.at(-1)).toBe(
      before.restarts.find((restart) => restart.id === id)?.logLikelihood,
    )
  })

  it('may be all of a cell, which has no solution then, but not the last with a model', async () => {
    const before = await began()
    const three = idsOf(before.restarts.filter(({ components }) => components === 3))
    const after = await remove(before, three)
    expect(ofCell(after, 3)).toEqual([])
    expect(after.unseen[1]).toMatchObject({ components: 3, restarts: 0, once: 0, chance: null })
    await expect(remove(before, idsOf(before.restarts))).rejects.toMatchObject(refusal)
    await expect(remove(before, ['VVV-3-99'])).rejects.toMatchObject({ code: 'unknown-id' })
    expect(await remove(before, three)).toEqual(after)
    const single = await bench.engine.fit({
      dataset,
      settings: settingsOf({ start: { labels: [...halves] } }),
    })
    await expect(remove(single, idsOf(single.restarts))).rejects.toMatchObject(refusal)
  })

  it('do not vote on clusters, and are no reason why restarts collapsed', async () => {
    const before = await began()
    const [reference] = ofCell(before, 3)
    const [, second] = ofCell(before, 3)
    const asked = { fit: before.fit, restart: reference.restarts[0] ?? '', gap: 1000, limit: 272 }
    const whole = await bench.engine.agreement(asked)
    await remove(before, second.restarts)
    const after = await bench.engine.agreement(asked)
    expect(after.total).toBe(whole.total - second.hits)
    const cell = { fit: before.fit, components: 3, covariance: 'VVV' as const }
    expect((await bench.engine.collapses(cell)).ended).toBe(30 - second.hits)
  })

  it('stay removed when the fit is extended, whose next restarts have the numbers behind them', async () => {
    const before = await began({ refinements: 4 })
    const best = bestOf(before)
    const removed = await remove(before, best.restarts)
    const after = await bench.engine.extend({ fit: before.fit, more: { kind: 'restarts', count: 10 } })
    expect(after.removed).toEqual(removed.removed)
    expect(after.restarts.filter(({ index, components }) => index >= 30 && components === 3).length).toBe(10)
    const whole = await began({ refinements: 4 })
    const twin = await bench.engine.extend({ fit: whole.fit, more: { kind: 'restarts', count: 10 } })
    const heights = ({ restarts }: FitSummary) =>
      new Map(restarts.map(({ id, logLikelihood }) => [id, logLikelihood]))
    for (const [id, height] of heights(after))
      if (/-\d+-\d+$/.test(id)) expect(heights(twin).get(id)).toBe(height)
  })

  it('go on removed when they are continued', async () => {
    const before = await began({ maxIterations: 3 })
    const [id = ''] = ofCell(before, 2)[1].restarts
    await remove(before, [id])
    const more = { kind: 'continue', restart: id, tolerance: 1e-6, maxIterations: 500 } as const
    const after = await bench.engine.extend({ fit: before.fit, more })
    expect(after.removed).toMatchObject([{ id, continued: [3] }])
    expect(idsOf(after.restarts)).not.toContain(id)
  })

  it('do not run when the rest of a stopped fit does', async () => {
    const none = await bench.engine.fit({ dataset, settings }, { signal: AbortSignal.abort() })
    const some = await bench.engine.extend({
      fit: none.fit,
      more: { kind: 'manual', components: 2, covariance: 'VVV', start: { labels: halves } },
    })
    await remove(some, ['VVV-2-0', 'VVV-3-7'])
    const after = await bench.engine.extend({ fit: none.fit, more: { kind: 'rest' } })
    expect(after.removed.map(({ id, state }) => [id, state])).toEqual([
      ['VVV-2-0', 'stopped'],
      ['VVV-3-7', 'stopped'],
    ])
    expect(after.unseen.map(({ restarts }) => restarts)).toEqual([29, 29])
  })

  it('change nothing of a race: what was dropped stays dropped', async () => {
    const before = await began({ strategy: 'race' })
    const after = await remove(before, bestOf(before).restarts)
    const dropped = ({ restarts }: FitSummary) => idsOf(restarts.filter(({ state }) => state === 'dropped'))
    expect(dropped(before).length).toBeGreaterThan(0)
    expect(dropped(after)).toEqual(dropped(before))
  })

  it('wait for what is being added to the fit', async () => {
    const before = await began()
    const extended = bench.engine.extend({ fit: before.fit, more: { kind: 'restarts', count: 100 } })
    await expect(remove(before, ['VVV-2-0'])).rejects.toMatchObject({ code: 'not-available' })
    await extended
  })

  it('are said of in every file that counts restarts, and in none where there is none', async () => {
    const before = await began()
    const best = bestOf(before)
    const texts = async (fit: FitSummary) => {
      const [json, labels, provenance, page] = ['r.json', 'l.csv', 'l.json', 'p.html'].map(bench.target)
      const restart = bestOf(fit).restarts[0] ?? ''
      await bench.engine.exportReport({ fit: fit.fit, target: json.target })
      await bench.engine.exportLabels({
        ...{ fit: fit.fit, restart, target: labels.target, posteriors: false },
        provenance: provenance.target,
      })
      await bench.engine.exportReportPage({ fit: fit.fit, target: page.target })
      return await Promise.all([json, provenance, page].map(({ path }) => readFile(path, 'utf8')))
    }
    for (const text of await texts(before)) expect(text).not.toContain('removed')
    const after = await remove(before, best.restarts)
    const [report = '', provenance = '', page = ''] = await texts(after)
    const told = JSON.parse(report) as {
      restarts: { id: string; trace: number[] }[]
      removed: { id: string; trace: number[]; iterations: number; solution: null }[]
    }
    expect(idsOf(told.restarts)).toEqual(idsOf(after.restarts))
    expect(idsOf(told.removed)).toEqual(idsOf(after.removed))
    for (const { trace, iterations, solution } of told.removed)
      expect([trace.length, solution]).toEqual([iterations, null])
    expect(JSON.parse(provenance)).toMatchObject({ removed: idsOf(after.removed) })
    expect(page).toContain(
      `${best.hits} restarts were removed by hand: hits, gaps and chances are of the others`,
    )
    expect(page).toContain(
      `Removed by hand after it had ended: ${best.restarts.toSorted().join(', ')}`.slice(0, 60),
    )
    expect(page).toContain(
      'restarts that were removed by hand, too, so hits, letters of solutions and what is best may differ',
    )
  })

  it('are told of as they are where the report is of one of them', async () => {
    const before = await began()
    const of = (components: number) =>
      idsOf(before.restarts.filter((restart) => restart.components === components))
    const [restart = ''] = ofCell(before, 3)[0].restarts
    await remove(before, of(3))
    const { target, path } = bench.target('removed.html')
    await bench.engine.exportReportPage({ fit: before.fit, restart, target })
    const page = await readFile(path, 'utf8')
    expect(page).toContain('Landscape of VVV with 3 components')
    expect(page).not.toContain('The command’s own report tells of')
    expect(page).not.toContain('Landscape of VVV with 2 components')
  })

  it('are kept by a session, which opens with the same figures and brings them back to the bit', async () => {
    const before = await began()
    const after = await remove(before, bestOf(before).restarts)
    const { target } = bench.target('removed.basin')
    await bench.engine.saveSession({ dataset, fits: [after.fit], view: {}, target })
    const { grant } = other.grants.addFile(join(bench.folder, 'removed.basin'))
    const opened = await other.engine.openSession({ grant })
    const [{ summary, traces }] = opened.fits
    const same = (fit: FitSummary) => ({ ...fit, fit: '', dataset: '' })
    expect(same(summary)).toEqual(same(after))
    expect(traces.map(({ length }) => length)).toEqual(
      [...after.restarts, ...after.removed].map(({ iterations }) => iterations),
    )
    const back = await other.engine.remove({ fit: summary.fit, restarts: [] })
    expect(same(back)).toEqual(same(before))
  })
})

const halves = Uint8Array.from({ length: 272 }, (_, i) => 1 + (i % 2))
