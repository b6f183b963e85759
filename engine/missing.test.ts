import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../core/random/random.ts'
import { textbookLogLikelihood } from '../core/mixture/missing/reference.ts'
import type { ModelView } from '../contract/views.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

let bench: Bench

beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

/** Two clouds in three columns, 300 rows; a tenth of the cells of `b` and `c` are empty, and row 7 has nothing. */
function gappyRows(chance: number): number[][] {
  const random = createRandom(21)
  return Array.from({ length: 300 }, (_, i) => {
    const side = i % 3 === 0 ? 2 : -2
    const a = side + random.normal()
    const row = [a, a + side + 0.7 * random.normal(), side - 0.5 * a + random.normal()]
    const gappy = row.map((value, j) => (random.next() < chance && j > 0 ? NaN : value))
    return i === 7 && chance > 0 ? [NaN, NaN, NaN] : gappy
  })
}

const textOf = (rows: number[][]) =>
  `a,b,c\n${rows.map((row) => row.map((value) => (Number.isNaN(value) ? '' : value)).join(',')).join('\n')}\n`
const settings = settingsOf({ columns: [0, 1, 2], restarts: 6, missing: 'em' })

const modelOf = ({ weights, means, covariances }: ModelView) => {
  const k = [...weights.keys()]
  const d = means.length / weights.length
  const row = (list: Float64Array, at: number) => [...list.subarray(at * d, (at + 1) * d)]
  return {
    weights: [...weights],
    means: k.map((at) => row(means, at)),
    covariances: k.map((at) => Array.from({ length: d }, (_, i) => row(covariances, at * d + i))),
  }
}

describe('a fit of rows with missing cells', () => {
  it('uses them as they are, counts them, and labels them by what they have in every way out', async () => {
    const rows = gappyRows(0.1)
    const gaps = rows.filter((row) => row.some(Number.isNaN)).length - 1
    const { dataset } = await bench.openText('gappy.csv', textOf(rows))
    expect(await bench.engine.gaps({ dataset, columns: [0, 1, 2] })).toEqual({
      rows: 300,
      withGaps: gaps,
      empty: 1,
    })
    const summary = await bench.engine.fit({ dataset, settings })
    expect(summary).toMatchObject({ rowsUsed: 299, rowsDropped: 1, rowsWithGaps: gaps })
    const [best] = summary.solutions
    expect(best.bic).toBeCloseTo(best.parameters * Math.log(299) - 2 * best.logLikelihood, 9)
    const of = { fit: summary.fit, restart: best.restarts[0] }
    const model = await bench.engine.model(of)
    expect(model.sizes.reduce((sum, size) => sum + size, 0)).toBe(299)
    const used = rows.filter((row) => !row.every(Number.isNaN))
    expect(textbookLogLikelihood(used, modelOf(model))).toBeCloseTo(best.logLikelihood, 8)

    const labels = bench.target('labels.csv')
    const record = bench.target('labels.json')
    await bench.engine.exportLabels({
      ...of,
      target: labels.target,
      posteriors: true,
      provenance: record.target,
    })
    const lines = (await readFile(labels.path, 'utf8')).trimEnd().split('\n').slice(1)
    const cells = lines.map((line) => line.split(','))
    expect(cells.filter((each) => each[3] !== '')).toHaveLength(299)
    expect(cells[7].slice(3)).toEqual(['', '', '', '', ''])
    const total = cells.reduce((sum, each) => sum + Number(each[5]), 0)
    expect(total).toBeCloseTo(best.logLikelihood, 8)
    const provenance = JSON.parse(await readFile(record.path, 'utf8')) as {
      data: object
      model: object
      preparation: object
    }
    expect(provenance).toMatchObject({
      data: { rowsUsed: 299, rowsDropped: 1, rowsWithGaps: gaps },
      preparation: { missing: 'em' },
      model: { missing: 'em' },
    })

    const saved = bench.target('model.json')
    await bench.engine.exportModel({ ...of, target: saved.target })
    const file = JSON.parse(await readFile(saved.path, 'utf8')) as never
    const scored = await bench.engine.score({ dataset, model: file, posteriors: false })
    expect(scored.rowsUsed).toBe(299)
    expect(scored.logLikelihood).toBeCloseTo(best.logLikelihood, 8)
    expect(scored.warnings.map(({ message }) => message).join()).toContain('in every column of the model')

    const replay = await bench.engine.replay(of)
    const last = replay.iterations.at(-1) ?? 0
    const frame = await bench.engine.frame({ ...of, iteration: last, limit: 1000 })
    expect(frame.logLikelihood).toBe(best.logLikelihood)

    await expect(bench.engine.script({ ...of, language: 'python' })).rejects.toThrow(
      /rows with missing cells/,
    )
  })

  it('comes to what complete data come to, to the bit, where the missing rate is 0', async () => {
    const { dataset } = await bench.openText('whole.csv', textOf(gappyRows(0)))
    const asked = settingsOf({ columns: [0, 1, 2], refinements: 5, acceleration: 'squarem' })
    for (const covariances of [['VVV'], ['VVI']] as const) {
      const dropped = await bench.engine.fit({
        dataset,
        settings: { ...asked, covariances: [...covariances] },
      })
      const em = await bench.engine.fit({
        dataset,
        settings: { ...asked, covariances: [...covariances], missing: 'em' },
      })
      expect(em.solutions).toEqual(dropped.solutions)
      expect(em.restarts.map(({ logLikelihood }) => logLikelihood)).toEqual(
        dropped.restarts.map(({ logLikelihood }) => logLikelihood),
      )
      expect(em.rowsWithGaps).toBe(0)
    }
  })

  it('runs under race, refinements, SQUAREM and extensions', async () => {
    const { dataset } = await bench.openText('race.csv', textOf(gappyRows(0.2)))
    const summary = await bench.engine.fit({
      dataset,
      settings: { ...settings, strategy: 'race', refinements: 4, acceleration: 'squarem', subsample: true },
    })
    expect(summary.best).not.toBeNull()
    const labels = new Uint8Array(300).map((_, row) => (row % 3 === 0 ? 1 : 2))
    const more = await bench.engine.extend({
      fit: summary.fit,
      more: { kind: 'manual', covariance: 'VVV', components: 2, start: { labels } },
    })
    const manual = more.restarts.find((restart) => restart.manual === true)
    expect(manual?.state).toBe('converged')
    expect(manual?.logLikelihood).toBeCloseTo(summary.solutions[0].logLikelihood, 3)
  })

  it('says what leaving the gaps out would have given', async () => {
    const rows = gappyRows(0.15)
    const { dataset } = await bench.openText('leave.csv', textOf(rows))
    const summary = await bench.engine.fit({ dataset, settings })
    const restart = summary.solutions[0].restarts[0]
    const view = await bench.engine.leavingOut({ fit: summary.fit, restart })
    const complete = rows.filter((row) => !row.some(Number.isNaN))
    expect(view.complete).toBe(complete.length)
    expect(view.withGaps).toBe(summary.rowsWithGaps)
    const model = modelOf(await bench.engine.model({ fit: summary.fit, restart }))
    expect(view.logLikelihood).toBeCloseTo(textbookLogLikelihood(complete, model), 8)
    const dropped = await bench.engine.fit({ dataset, settings: { ...settings, missing: 'drop' } })
    expect(view.leftOut?.status).toBe('converged')
    expect(view.leftOut?.logLikelihood).toBeCloseTo(dropped.solutions[0].logLikelihood, 4)
    expect(view.leftOut?.logLikelihood).toBeGreaterThan(view.logLikelihood)
    expect(view.adjustedRandIndex).toBeGreaterThan(0.9)
    expect(view.changed).toBeLessThan(20)
    expect(view.shift?.deviations).toBeGreaterThan(0)
    expect(view.uncertainty.withGaps).toBeGreaterThan(view.uncertainty.complete)
    await expect(
      bench.engine.leavingOut({ fit: dropped.fit, restart: dropped.solutions[0].restarts[0] }),
    ).rejects.toThrow(/has left out the rows/)
  })

  it('goes where no row has every cell: nothing is drawn then, and nothing can be left out', async () => {
    const rows = gappyRows(0).map((row, i) => row.map((value, j) => (j === i % 3 ? NaN : value)))
    const { dataset } = await bench.openText('all-gappy.csv', textOf(rows))
    const summary = await bench.engine.fit({ dataset, settings })
    expect(summary).toMatchObject({ rowsUsed: 300, rowsWithGaps: 300 })
    const of = { fit: summary.fit, restart: summary.solutions[0].restarts[0] }
    const axes = { x: 0, y: 1 }
    const points = await bench.engine.points({ dataset, columns: [0, 1, 2], axes, limit: 1000 })
    expect(points.rows).toHaveLength(0)
    expect((await bench.engine.labels({ ...of, limit: 1000 })).labels).toHaveLength(0)
    const restarts = summary.restarts
      .filter(({ logLikelihood }) => logLikelihood !== null)
      .map(({ id }) => id)
    await bench.engine.similarity({ fit: summary.fit, restarts })
    await bench.engine.counterparts({ left: of, right: of })
    await bench.engine.agreement({ ...of, gap: 2, limit: 1000 })
    await bench.engine.coassignment({ ...of, gap: 2 })
    const [left, right] = restarts
    await bench.engine.compare({ fit: summary.fit, left, right })
    expect(
      (
        await bench.engine.tally({
          ...of,
          mask: Uint8Array.from({ length: 38 }, (_, i) => (i < 37 ? 255 : 15)),
        })
      ).unused,
    ).toBe(0)
    expect(await bench.engine.leavingOut(of)).toMatchObject({ complete: 0, withGaps: 300, leftOut: null })
  })

  it('comes back from a session with its labels, and is rated by what its rows have', async () => {
    const { dataset } = await bench.openText('session.csv', textOf(gappyRows(0.2)))
    const summary = await bench.engine.fit({ dataset, settings })
    const restart = summary.solutions[0].restarts[0]
    const model = await bench.engine.model({ fit: summary.fit, restart })
    const rated = await bench.engine.certainty({ fit: summary.fit, restart })
    expect(rated.rows).toBe(299)
    const { target, path } = bench.target('gappy.basin')
    await bench.engine.saveSession({ dataset, fits: [summary.fit], view: {}, target })
    const opened = await bench.engine.openSession({ grant: bench.grants.addFile(path).grant })
    const [again] = opened.fits
    expect(again.summary).toMatchObject({ rowsUsed: 299, rowsWithGaps: summary.rowsWithGaps })
    expect((await bench.engine.model({ fit: again.summary.fit, restart })).sizes).toEqual(model.sizes)
  })

  it('refuses in words the models and weights that it cannot go with', async () => {
    const { dataset } = await bench.openText('refused.csv', textOf(gappyRows(0.1)))
    await expect(
      bench.engine.fit({ dataset, settings: { ...settings, covariances: ['VVV', 'EEE', 'VII'] } }),
    ).rejects.toThrow('EM with missing cells cannot be had with EEE and VII.')
    await expect(
      bench.engine.fit({
        dataset,
        settings: { ...settings, columns: [0, 1], weights: { column: 2, kind: 'importance' } },
      }),
    ).rejects.toThrow(/cannot be used as they are where rows have weights/)
    await expect(bench.engine.fit({ dataset, settings: { ...settings, noise: true } })).rejects.toThrow(
      /cannot be used as they are beside a noise component/,
    )
  })
})
