import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodSolutions } from '../../contract/good-solutions.ts'
import { hasRow } from '../../contract/row-mask.ts'
import type { FitSummary } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
let dataset: string
let summary: FitSummary
beforeAll(async () => {
  bench = await openBench(2)
  dataset = (await bench.openSample('old-faithful')).dataset
  const settings = settingsOf({ components: { from: 3, to: 3 }, restarts: 60 })
  summary = await bench.engine.fit({ dataset, settings })
})
afterAll(() => bench.close())

const cell = { components: 3, covariance: 'VVV' } as const
const bestRestart = () => summary.solutions[0].restarts[0]
const asked = (gap: number) => ({ fit: summary.fit, restart: bestRestart(), gap })

describe('the agreement of the good solutions', () => {
  it('counts every row used once, and is 1 on all of them where one solution alone is good', async () => {
    const view = await bench.engine.agreement({ ...asked(0), limit: 100 })
    expect(view.solutions).toEqual([summary.best])
    expect(view.counts[view.total]).toBe(272)
    expect(view.drawn).toHaveLength(100)
    expect(view.drawn.every((share) => share === 1)).toBe(true)
    expect(view.fragile.rows).toHaveLength(0)
  })

  it('is what the labels of each say after matching, weighted by its hits', async () => {
    const good = goodSolutions(summary.solutions, cell, 20)
    expect(good.length).toBeGreaterThan(1)
    const view = await bench.engine.agreement({ ...asked(20), limit: 272 })
    expect(view.solutions).toEqual(good.map(({ solution }) => solution.id))
    const total = good.reduce((sum, { weight }) => sum + weight, 0)
    expect(view.total).toBe(total)
    const { fit } = summary
    const own = await bench.engine.labels({ fit, restart: bestRestart(), limit: 272 })
    const votes = new Float64Array(272)
    for (const { solution, weight } of good) {
      const right = solution.restarts[0]
      const { labels } = await bench.engine.labels({ fit, restart: right, limit: 272 })
      const { match } = await bench.engine.compare({ fit, left: bestRestart(), right })
      own.labels.forEach((label, row) => {
        if (match[label] === labels[row]) votes[row] += weight
      })
    }
    votes.forEach((count, row) => expect(view.drawn[row]).toBeCloseTo(count / total, 6))
    view.counts.forEach((rows, count) => expect(rows).toBe(votes.filter((each) => each === count).length))
    const least = Math.min(...votes)
    expect(view.fragile.rows).toHaveLength(votes.filter((each) => each < total).length)
    expect(view.fragile.votes[0]).toBe(least)
    expect(view.fragile.cluster[0]).toBe(own.labels[view.fragile.rows[0]])
    expect(view.fragile.elsewhere.every((other, at) => other !== view.fragile.cluster[at])).toBe(true)
  })

  it('is exported as a column, and the provenance says over which solutions', async () => {
    const [labelled, beside] = [bench.target('agreed.csv'), bench.target('agreed.basin.json')]
    const view = await bench.engine.exportLabels({
      fit: summary.fit,
      restart: bestRestart(),
      target: labelled.target,
      posteriors: false,
      provenance: beside.target,
      agreement: { gap: 20 },
    })
    expect(view.added).toEqual(['cluster', 'uncertainty', 'log_density', 'agreement'])
    const { drawn, solutions, total } = await bench.engine.agreement({ ...asked(20), limit: 272 })
    const lines = (await readFile(labelled.path, 'utf8')).trimEnd().split('\n').slice(1)
    lines.forEach((line, row) => expect(Number(line.split(',').at(-1))).toBeCloseTo(drawn[row], 6))
    const record = JSON.parse(await readFile(beside.path, 'utf8')) as {
      labels: { agreement: { gap: number; votes: number; solutions: { id: string; votes: number }[] } }
    }
    const { agreement } = record.labels
    expect(agreement).toMatchObject({ gap: 20, votes: total })
    expect(agreement.solutions.map(({ id }) => id)).toEqual(solutions)
  })

  it('names the gap that was asked for, also where another gap has been counted with the same solutions', async () => {
    const near = 20 + 1e-6
    expect(goodSolutions(summary.solutions, cell, near)).toEqual(goodSolutions(summary.solutions, cell, 20))
    await bench.engine.agreement({ ...asked(20), limit: 1 })
    const [labelled, beside] = [bench.target('again.csv'), bench.target('again.basin.json')]
    await bench.engine.exportLabels({
      fit: summary.fit,
      restart: bestRestart(),
      target: labelled.target,
      posteriors: false,
      provenance: beside.target,
      agreement: { gap: near },
    })
    expect(JSON.parse(await readFile(beside.path, 'utf8'))).toMatchObject({
      labels: { agreement: { gap: near } },
    })
  })

  it('selects the rows below a threshold, as many as the counts say', async () => {
    const { counts, total, drawn } = await bench.engine.agreement({ ...asked(20), limit: 272 })
    for (const below of [0.5, 0.9, 1]) {
      const { mask, count } = await bench.engine.select({ kind: 'fragile', ...asked(20), below })
      expect(count).toBe(counts.reduce((sum, rows, votes) => (votes < below * total ? sum + rows : sum), 0))
      drawn.forEach((share, row) => expect(hasRow(mask, row)).toBe(share < below))
    }
  })

  it('leaves rows that are not used without a value', async () => {
    const text = `a,b\n${Array.from({ length: 40 }, (_, i) => `${i === 7 ? '' : i % 2 ? 10 + (i % 5) : i % 7},${(i * 13) % 11}`).join('\n')}\n`
    const opened = await bench.openText('gaps.csv', text)
    const settings = settingsOf({ restarts: 6, regularisation: { kind: 'relative', value: 1e-3 } })
    const fitted = await bench.engine.fit({ dataset: opened.dataset, settings })
    const { target, path } = bench.target('gaps-out.csv')
    const restart = fitted.solutions[0].restarts[0]
    await bench.engine.exportLabels({
      fit: fitted.fit,
      restart,
      target,
      posteriors: false,
      agreement: { gap: 1e6 },
    })
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    expect(lines[8]).toMatch(/,,,,$/)
    const view = await bench.engine.agreement({ fit: fitted.fit, restart, gap: 1e6, limit: 50 })
    expect(view.counts.reduce((sum, count) => sum + count, 0)).toBe(39)
  })

  it('is cancelled where its caller gives up', async () => {
    const signal = AbortSignal.abort()
    await expect(bench.engine.agreement({ ...asked(7), limit: 10 }, { signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })
})

describe('the co-assignment of rows', () => {
  it('is cancelled in words', async () => {
    const signal = AbortSignal.abort()
    await expect(bench.engine.coassignment(asked(20), { signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('stands in blocks of the clusters, each row wholly together with itself', async () => {
    const view = await bench.engine.coassignment(asked(20))
    expect(view.rows).toHaveLength(272)
    expect(view.of).toBe(272)
    expect(new Set(view.rows).size).toBe(272)
    const { sizes } = await bench.engine.model({ fit: summary.fit, restart: bestRestart() })
    expect(view.sizes).toEqual(sizes)
    const share = (a: number, b: number) => view.together[view.pattern[a] * view.patterns + view.pattern[b]]
    for (let i = 0; i < 272; i++) expect(share(i, i)).toBe(1)
    for (let i = 1; i < 272; i++) expect(share(0, i)).toBe(share(i, 0))
  })
})

describe('which solutions have a say', () => {
  it('are those of one cell near the best that is not set aside, with one vote where no restart reached them', () => {
    const solution = (id: string, logLikelihood: number, hits: number, codes: 'spurious'[] = []) => ({
      ...summary.solutions[0],
      id,
      logLikelihood,
      hits,
      warnings: codes.map((code) => ({ code, message: '' })),
    })
    const list = [
      solution('spurious', -90, 3, ['spurious']),
      solution('far', -106, 9),
      solution('best', -100, 0),
      solution('near', -104, 5),
      { ...solution('other', -101, 1), components: 4 },
    ]
    const names = (gap: number) =>
      goodSolutions(list, cell, gap).map(({ solution: { id }, weight, gap: below }) => [id, weight, below])
    expect(names(5)).toEqual([
      ['best', 1, 0],
      ['near', 5, 4],
    ])
    expect(names(6)).toHaveLength(3)
    expect(goodSolutions([list[0]], cell, 5)).toEqual([])
  })
})
