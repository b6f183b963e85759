import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../core/random/random.ts'
import type { FindingView } from '../../contract/diagnosis-views.ts'
import type { Remedy } from '../../contract/remedies.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import { remediedForm } from '../../renderer/stores/remedied-form.ts'
import { DEFAULT_FORM, readSettings, type SettingsForm } from '../../renderer/stores/settings-form.ts'
import { openBench, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

interface Case {
  rows: number[][]
  form?: Partial<SettingsForm>
  /** A start of its own, which no remedy takes along. */
  start?: FitSettings['start']
  code: FindingView['code']
  why?: FindingView['why']
  causes?: FindingView['causes'][number]['kind'][]
  /** The kinds of the remedies, in their order. */
  remedies: Remedy['kind'][]
}

const random = createRandom(11)
const normal = (mean: number, sd: number) => mean + sd * random.normal()
const times = (count: number, row: (i: number) => number[]) => Array.from({ length: count }, (_, i) => row(i))
const cloud = (count: number, x: number, y: number, sd = 1) =>
  times(count, () => [normal(x, sd), normal(y, sd), normal(0, 1)])
/** Two clouds that a few rows far off in the second column leave as they are. */
const pair = times(80, (i) => [normal(i < 40 ? 0 : 40, 1), normal(0, 1), normal(i < 40 ? 0 : 40, 1)])
const blurred = times(60, () => [normal(0, 1), normal(0, 1), normal(0, 1)])

const PLAIN = { regularisation: '0', initialisation: 'kmeans', restarts: '1', refinements: '0' } as const

const CASES: Record<string, Case> = {
  'a column that is constant within a component': {
    rows: [...cloud(40, 0, 0), ...times(30, () => [normal(20, 1), normal(20, 1), 0.2])],
    form: { components: '2' },
    code: 'collapsed',
    causes: ['constant'],
    remedies: ['drop-columns', 'regularise', 'covariance', 'components'],
  },
  'columns that depend on each other within a component': {
    rows: [
      ...cloud(40, 0, 0),
      ...times(30, () => {
        const x = normal(20, 1)
        return [x, 2 * x - 20, normal(0, 1)]
      }),
    ],
    form: { components: '2' },
    code: 'collapsed',
    causes: ['collinear'],
    remedies: ['drop-columns', 'regularise', 'covariance', 'components'],
  },
  'a component on a few rows': {
    rows: [...pair, [41, 12, 40], [40, 12.5, 41]],
    form: { components: '3' },
    code: 'collapsed',
    causes: ['few-rows'],
    remedies: ['regularise', 'covariance', 'components'],
  },
  'a component on rows that are the same': {
    rows: [...pair, ...times(12, () => [40, 12, 40])],
    form: { components: '3' },
    code: 'collapsed',
    causes: ['few-rows', 'duplicates'],
    remedies: ['regularise', 'covariance', 'components'],
  },
  'a component without rows': {
    rows: cloud(60, 0, 0),
    start: {
      weights: [0.5, 0.5],
      means: [
        [0, 0, 0],
        [1e3, 1e3, 1e3],
      ],
      covariances: [unit(1), unit(1)],
    },
    form: { components: '2' },
    code: 'collapsed',
    why: 'empty',
    remedies: ['components'],
  },
  'a component that is narrow in a column': {
    rows: [...cloud(40, 0, 0), ...times(30, () => [normal(20, 1), normal(20, 0.01), normal(0, 1)])],
    form: { components: '2' },
    code: 'spurious',
    why: 'narrow',
    causes: ['narrow'],
    remedies: ['drop-columns', 'regularise', 'covariance', 'components'],
  },
  'a component that is narrow because a column takes two values': {
    rows: [...cloud(40, 0, 0), ...times(30, (i) => [normal(20, 1), i % 2 === 0 ? 20 : 20.1, normal(0, 1)])],
    form: { components: '2' },
    code: 'spurious',
    why: 'narrow',
    causes: ['discrete'],
    remedies: ['drop-columns', 'regularise', 'covariance', 'components'],
  },
  'a component that is narrow across two columns': {
    rows: [
      ...cloud(40, 0, 0),
      ...times(30, () => {
        const x = normal(20, 3)
        return [x, x + normal(0, 0.01), normal(0, 1)]
      }),
    ],
    form: { components: '2' },
    code: 'spurious',
    why: 'narrow',
    causes: ['collinear'],
    remedies: ['drop-columns', 'regularise', 'covariance', 'components'],
  },
  'diagonal components of which one is narrow': {
    rows: [...cloud(40, 0, 0), ...times(30, () => [normal(20, 1), normal(20, 0.01), normal(0, 1)])],
    form: { components: '2', covariance: 'VVI' },
    code: 'spurious',
    why: 'narrow',
    causes: ['narrow'],
    remedies: ['drop-columns', 'regularise', 'covariance', 'components'],
  },
  'spherical components of columns in scales far apart': {
    rows: [...cloud(40, 0, 0), ...cloud(30, 10, 1e4)].map(([x, y]) => [x / 1e3, y, normal(0, 1)]),
    form: { components: '2', covariance: 'VII', regularisation: '1e-6' },
    code: 'spurious',
    why: 'narrow',
    remedies: ['scale', 'drop-columns', 'regularise', 'covariance'],
  },
  'a component that holds few rows': {
    rows: [...cloud(60, 0, 0), ...cloud(6, 30, 30)],
    form: { components: '2' },
    code: 'spurious',
    why: 'few-rows',
    remedies: ['components'],
  },
  'a component that has emptied': {
    rows: blurred,
    start: {
      weights: [0.995, 0.005],
      means: [
        [0, 0, 0],
        [0.5, 0, 0],
      ],
      covariances: [unit(1), unit(1)],
    },
    form: { components: '2', maxIterations: '2' },
    code: 'emptied',
    remedies: ['components'],
  },
  'components that coincide': {
    rows: blurred,
    start: {
      weights: [0.5, 0.5],
      means: [
        [0, 0, 0],
        [0, 0, 0],
      ],
      covariances: [unit(1), unit(1)],
    },
    form: { components: '2' },
    code: 'saddle',
    remedies: ['components'],
  },
  'a restart on a plateau': {
    rows: plateau(),
    form: {
      columns: [0],
      components: '2',
      covariance: 'EEE',
      tolerance: '1e-4',
      restarts: '2',
      initialisation: 'random-responsibilities',
    },
    code: 'plateau',
    remedies: ['continue'],
  },
  'a restart at the iteration limit': {
    rows: [...cloud(60, 0, 0), ...cloud(60, 4, 4)],
    form: { components: '2', maxIterations: '8' },
    code: 'iteration-limit',
    remedies: ['continue', 'iterations'],
  },
}

describe.each(Object.entries(CASES))(
  '%s',
  (name, { rows, form: own, start, code, why, causes, remedies }) => {
    const form: SettingsForm = { ...DEFAULT_FORM, columns: [0, 1, 2], covariances: [], ...PLAIN, ...own }
    let dataset: string
    let fit: FitSummary
    let found: FindingView[]

    beforeAll(async () => {
      const text = `x,y,z\n${rows.map((row) => row.join()).join('\n')}\n`
      ;({ dataset } = await bench.openText(`${name.replaceAll(' ', '-')}.csv`, text))
      fit = await fitted(dataset, form, start)
      found = await findings(fit)
    })

    it('raises its finding, with what explains it', () => {
      const finding = found.find((each) => each.code === code)
      expect(finding).toBeDefined()
      if (why !== undefined) expect(finding?.why).toBe(why)
      if (causes !== undefined) expect(finding?.causes.map(({ kind }) => kind)).toEqual(causes)
      expect(finding?.remedies.map(({ kind }) => kind)).toEqual(remedies)
    })

    it.each(remedies)('is cleared by the remedy “%s”', async (kind) => {
      const finding = found.find((each) => each.code === code)
      const remedy = finding?.remedies.find((each) => each.kind === kind)
      if (remedy === undefined) throw new Error('There is no such remedy.')
      const again =
        remedy.kind === 'continue'
          ? await bench.engine.extend({ fit: fit.fit, more: remedy })
          : await fitted(dataset, { ...form, ...remediedForm(form, remedy) })
      expect(again.restarts.map(({ state }) => state)).not.toContain('stopped')
      const restarts = again.restarts.filter(({ id }) => remedy.kind !== 'continue' || id === remedy.restart)
      const left = await findings({ ...again, restarts })
      expect(left.filter((each) => each.code === code)).toEqual([])
    })
  },
)

async function fitted(
  dataset: string,
  form: SettingsForm,
  start?: FitSettings['start'],
): Promise<FitSummary> {
  const { settings, errors } = readSettings(form, 1000)
  if (settings === null) throw new Error(JSON.stringify(errors))
  const acceleration = 'none'
  return await bench.engine.fit({
    dataset,
    settings: { ...settings, acceleration, ...(start === undefined ? {} : { start }) },
  })
}

async function findings({ fit, restarts }: FitSummary): Promise<FindingView[]> {
  const all = await Promise.all(restarts.map(({ id }) => bench.engine.diagnose({ fit, restart: id })))
  return all.flatMap((each) => each.findings)
}

function unit(variance: number): number[][] {
  return [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? variance : 0)))
}

function plateau(): number[][] {
  const own = createRandom(4)
  return Array.from({ length: 200 }, (_, i) => [own.normal(), i, 0])
}
