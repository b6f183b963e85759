import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSameness } from '../core/mixture/sameness.ts'
import type { Mixture } from '../core/mixture/types.ts'
import { createRandom } from '../core/random/random.ts'
import type { ModelFile } from '../contract/schemas.ts'
import type { Remedy } from '../contract/remedies.ts'
import type { FitSummary } from '../contract/views.ts'
import { remediedForm } from '../renderer/stores/remedied-form.ts'
import { DEFAULT_FORM } from '../renderer/stores/settings-form.ts'
import { faultsOf } from './diagnosis/diagnose.ts'
import { remediesFor } from './diagnosis/remedies.ts'
import type { Ended } from './fits/fitted.ts'
import { REMEDIES_OF, type Warning, type WarningCode } from '../contract/warning.ts'
import { CASES as FILES } from '../workers/csv/files/cases.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'
import { DIAGNOSIS_CASES } from './fixtures/warnings/diagnosis-cases.ts'
import { FORECAST_CASES } from './fixtures/warnings/forecast-cases.ts'
import { otherMaximum, notesOf } from './export/script/notes.ts'
import { continuation } from './fits/continuation.ts'
import { foundByRefinement } from './fits/found-by-refinement.ts'
import { nothing, type Outcome } from './fits/outcome.ts'
import { planRestarts } from './fits/plan.ts'
import type { Fit } from './fits/run.ts'
import { solutionViews } from './fits/solution-views.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(1)
})
afterAll(() => bench.close())

type Raised = readonly { code: string; remedies?: readonly unknown[] }[]

/**
 * Where each warning is raised: among the small files (`workers/csv/files/cases.test.ts` reads them all), the fits that are looked at
 * before they run (`forecast.test.ts`) or diagnosed after it (`remedies-clear.test.ts`), which also press every remedy; or here.
 */
const RAISED: Record<
  WarningCode,
  'file' | 'forecast' | 'diagnosis' | ((code: WarningCode) => Promise<Raised>)
> = {
  'ambiguous-decimal': 'file',
  'ambiguous-delimiter': async () => (await bench.openText('two.csv', '1,25\n2,75\n')).warnings,
  'blank-lines': 'file',
  booleans: 'file',
  'choices-dropped': choicesDropped,
  'comment-lines': 'file',
  dates: 'file',
  'empty-names': 'file',
  encoding: 'file',
  'encoding-guessed': 'file',
  hexadecimal: 'file',
  'inexact-integers': 'file',
  infinite: 'file',
  'leading-zeros': 'file',
  'long-rows': 'file',
  'malformed-quotes': 'file',
  'mixed-formats': 'file',
  'mixed-units': 'file',
  'number-names': 'file',
  preamble: 'file',
  'rejected-cells': 'file',
  'renamed-column': 'file',
  'row-names': 'file',
  'short-rows': 'file',
  'too-large': 'file',
  'trailing-delimiters': 'file',
  units: 'file',
  'code-column': 'forecast',
  'collinear-columns': 'forecast',
  'constant-column': 'forecast',
  'few-points': 'forecast',
  'few-rows': 'forecast',
  'heavy-tail': 'forecast',
  'identifier-column': 'forecast',
  'missing-cells': 'forecast',
  'much-memory': 'forecast',
  'no-rows': 'forecast',
  'same-columns': 'forecast',
  'scales-apart': 'forecast',
  collapsed: 'diagnosis',
  emptied: 'diagnosis',
  'iteration-limit': 'diagnosis',
  'not-continued': 'diagnosis',
  plateau: 'diagnosis',
  saddle: 'diagnosis',
  spurious: 'diagnosis',
  'dependent-columns': async () => toldDependent(await dependentFit()),
  'few-restarts': fewRestarts,
  'found-by-refinement': foundBySwap,
  unfinished: stoppedSolution,
  'extra-columns': () => scored('x,y,z\n1,2,3\n4,1,2\n'),
  'name-taken': nameTaken,
  'no-row-weights': () => scored('x,y\n1,2\n', { rowWeights: { column: 'w', kind: 'frequency' } }),
  'not-defined': () =>
    scored('x,y\n-1,2\n1,3\n', { columns: ['log(x)', 'y'], derived: [{ of: 'x', transform: 'log' }, null] }),
  'other-format': () => scored('x;y\n1,234;2\n2,500;1\n', { formats: [POINT, POINT] }),
  'other-units': () => scored('x,y\n€1.5,2\n€2.5,1\n', { formats: [POINT, POINT] }),
  'rows-dropped': () => scored('x,y\n1,2\n,1\n'),
  'script-goes-on': () => Promise.resolve(notes('start', { ...END, logLikelihood: -90 })),
  'script-no-regularisation': () => Promise.resolve(notes('start', END, 0.1)),
  'script-other-maximum': () => Promise.resolve([otherMaximum('VVE')]),
  'script-other-start': () => Promise.resolve(notes('end', END)),
  'weightless-rows': () =>
    scored('x,y,w\n1,2,0\n2,1,1\n', { rowWeights: { column: 'w', kind: 'frequency' } }),
}

/** What the tests below press. */
const PRESSED_HERE: Partial<Record<WarningCode, readonly Remedy['kind'][]>> = {
  'dependent-columns': ['drop-columns'],
  'few-restarts': ['restarts'],
  'not-continued': ['continue'],
}

describe('every warning', () => {
  const elsewhere = {
    file: () => FILES.flatMap(({ expected }) => ('refused' in expected ? [] : expected.warnings)),
    forecast: () => Object.values(FORECAST_CASES),
    diagnosis: () => Object.values(DIAGNOSIS_CASES),
  }

  it.each(Object.entries(RAISED) as [WarningCode, (typeof RAISED)[WarningCode]][])(
    '“%s” is raised, and each of its remedies is pressed',
    async (code, where) => {
      const all: Raised = typeof where === 'string' ? elsewhere[where]() : await where(code)
      const raised = all.filter((each) => each.code === code)
      expect(raised).not.toEqual([])
      const there = typeof where === 'string' ? raised.flatMap(({ remedies = [] }) => remedies) : []
      const pressed = new Set([...there, ...(PRESSED_HERE[code] ?? [])])
      expect([...pressed].sort()).toEqual([...REMEDIES_OF[code]].sort())
    },
  )
})

const few = settingsOf({
  columns: [0, 1, 2, 3],
  components: { from: 1, to: 4 },
  covariances: ['EII', 'VII', 'EEI', 'EEE'],
  initialisation: 'random-rows',
  restarts: 1,
  acceleration: 'squarem',
})
const toldFew = ({ solutions }: FitSummary) =>
  solutions.flatMap(({ warnings }) => warnings.filter(({ code }) => code === 'few-restarts'))

async function fewRestarts(): Promise<Raised> {
  const { dataset } = await bench.openSample('iris')
  return toldFew(await bench.engine.fit({ dataset, settings: few }))
}

describe('a cell that was searched too little', () => {
  it('is offered so many restarts that the warning is cleared', async () => {
    const { dataset } = await bench.openSample('iris')
    const [{ remedies }] = toldFew(await bench.engine.fit({ dataset, settings: few }))
    expect(remedies).toEqual([{ kind: 'restarts', restarts: 40 }])
    const form = remediedForm({ ...DEFAULT_FORM, columns: few.columns, covariances: [] }, remedies![0])
    const again = await bench.engine.fit({ dataset, settings: { ...few, restarts: Number(form?.restarts) } })
    expect(toldFew(again)).toEqual([])
  })
})

const toldDependent = ({ solutions }: FitSummary) =>
  solutions.flatMap(({ id, warnings }) =>
    warnings.filter(({ code }) => code === 'dependent-columns').map((warning) => ({ ...warning, of: id })),
  )

/** Of two columns far apart in two groups and one that is ten times the first, or of those that are given. */
async function dependentFit(columns = [0, 1, 2]): Promise<FitSummary> {
  const random = createRandom(8)
  const rows = Array.from({ length: 120 }, (_, i) => {
    const [x, y] = [8 * (i % 2) + random.normal(), 8 * (i % 2) + random.normal()]
    return `${x},${y},${10 * x}`
  })
  const { dataset } = await bench.openText('copy.csv', `x,y,mm\n${rows.join('\n')}\n`)
  const covariances = ['EII', 'VVI', 'EEE', 'VVV'] as const
  const asked = { columns, components: { from: 1, to: 3 }, covariances: [...covariances], restarts: 3 }
  const regularisation = { kind: 'relative', value: 1e-6 } as const
  return await bench.engine.fit({ dataset, settings: settingsOf({ ...asked, regularisation }) })
}

describe('columns that depend on each other', () => {
  it('are told of every solution whose model sees them, until one is left out, and do not decide how many components are best', async () => {
    const fit = await dependentFit()
    const seen = fit.solutions.filter(({ covariance }) => !covariance.endsWith('I'))
    expect(toldDependent(fit).map(({ of }) => of)).toEqual(seen.map(({ id }) => id))
    const best = (summary: FitSummary) => summary.solutions.find(({ id }) => id === summary.best)
    expect(best(fit)).toMatchObject({ components: 2 })
    const [{ message, remedies }] = toldDependent(fit)
    expect(message).toMatch(/^“mm” is a linear function of other columns\. How high/)
    const form = remediedForm({ ...DEFAULT_FORM, columns: [0, 1, 2], covariances: [] }, remedies![0])
    expect(form?.columns).toEqual([0, 1])
    const without = await dependentFit(form?.columns)
    expect(toldDependent(without)).toEqual([])
    expect(best(without)).toMatchObject({ components: 2 })
  })

  it('are told where the rows are too few for the covariance', async () => {
    const { dataset } = await bench.openText('two.csv', 'a,b\n1,2\n2,1\n')
    const asked = { columns: [0, 1], components: { from: 1, to: 1 }, covariances: ['VVV' as const] }
    const regularisation = { kind: 'relative', value: 1e-6 } as const
    const fit = await bench.engine.fit({ dataset, settings: settingsOf({ ...asked, regularisation }) })
    expect(toldDependent(fit)).toMatchObject([
      {
        message: expect.stringContaining('2 rows cannot tell the covariance of 2 columns.') as string,
        remedies: [{ kind: 'drop-columns', columns: [1] }],
      },
    ])
  })
})

describe('going on with a restart', () => {
  const before: Outcome = { ...nothing('iteration-limit', 15, ''), logLikelihood: -10, mixture: one() }
  const limit = { code: 'iteration-limit', message: 'It had not converged after 15 iterations.' } as const
  const ended = (changes: Partial<Outcome>): Outcome => ({ ...before, logLikelihood: -11, ...changes })
  const goneOn = (outcome: Outcome, after: Outcome, regularisation = 0) => {
    const settings = settingsOf({ restarts: 1, regularisation: { kind: 'relative', value: regularisation } })
    const plan = planRestarts(settings)
    const fit = { plan, outcomes: [outcome], traces: [], settings } as unknown as Fit
    return continuation(fit, { kind: 'continue', restart: plan[0].id, tolerance: 1e-9 }).amounts?.(after)
  }
  it('that gains nothing by its limit stays as it was and says so, until it has converged', () => {
    const stays = goneOn({ ...before, flags: [limit] }, ended({ status: 'iteration-limit', iterations: 3 }))
    expect(stays).toMatchObject({ status: 'iteration-limit', iterations: 15, logLikelihood: -10 })
    expect(stays?.flags.map(({ message }) => message)).toEqual([
      limit.message,
      'Going on by 3 iterations it gained nothing, so it stays as it was.',
    ])
    const [, finding] = faultsOf({
      ...{ fit: { columns: [] }, restart: { covariance: 'VVV' }, outcome: stays },
    } as unknown as Ended)
    const where = { settings: settingsOf(), restart: { id: 'r', components: 1, covariance: 'VVV' as const } }
    expect(remediesFor({ ...finding, causes: [] }, { ...where, spreads: [] })).toMatchObject([
      { kind: 'continue', restart: 'r' },
    ])
    const then = goneOn(stays!, ended({ status: 'converged' }))
    expect(then).toMatchObject({ status: 'converged', iterations: 15, logLikelihood: -10, flags: [] })
  })

  it('under regularisation may lower the log-likelihood, which is not what it climbs', () => {
    const then = goneOn({ ...before, flags: [limit] }, ended({ status: 'converged', iterations: 3 }), 0.01)
    expect(then).toMatchObject({ status: 'converged', iterations: 18, logLikelihood: -11, flags: [] })
  })
})

function one(): Mixture {
  const [weights, covariances] = [Float64Array.of(1), Float64Array.of(1)]
  return { components: 1, dimension: 1, weights, means: Float64Array.of(0), covariances }
}

const END = { mixture: one(), logLikelihood: -100, sizes: [10], borderline: 0 }

function notes(from: 'start' | 'end', expected: typeof END, regularisation = 0): Warning[] {
  const settings = settingsOf({ regularisation: { kind: 'relative', value: regularisation } })
  return notesOf('r', settings, 'VVV-1-0', END, { from, start: one(), expected, tried: null })
}

const POINT = { decimal: '.', thousands: '', unit: '' } as const

/** What is said of a file that a model of the columns x and y scores. */
async function scored(text: string, changes: Partial<ModelFile> = {}): Promise<Raised> {
  const { dataset } = await bench.openText('scored.csv', text)
  const unit = [
    [1, 0],
    [0, 1],
  ]
  const model: ModelFile = {
    ...{ format: 'basin.model', version: 1, columns: ['x', 'y'], covariance: 'VVV', logLikelihood: -10 },
    ...{ weights: [1], means: [[1, 2]], covariances: [unit] },
    ...changes,
  }
  return (await bench.engine.score({ dataset, model, posteriors: false })).warnings
}

async function choicesDropped(): Promise<Raised> {
  const remembering = await openBench(1, bench.folder)
  const { dataset, source } = await remembering
    .openText('chosen.csv', 'name;y\nAnna;2\nBert;4\n')
    .then((opened) => ({
      ...opened,
      source: { grant: remembering.grants.addFile(`${remembering.folder}/chosen.csv`).grant },
    }))
  await remembering.engine.remember({ dataset, dialect: {}, roles: { 7: 'ignore' } })
  const { warnings } = await remembering.engine.open({ source })
  await remembering.close()
  return warnings
}

async function nameTaken(): Promise<Raised> {
  const { dataset } = await bench.openText('taken.csv', 'cluster,y\n1,2\n2,1\n3,4\n')
  const settings = settingsOf({ components: { from: 1, to: 1 }, restarts: 1 })
  const { fit } = await bench.engine.fit({ dataset, settings })
  const { target } = bench.target('taken-labelled.csv')
  return (await bench.engine.exportLabels({ fit, restart: 'VVV-1-0', target, posteriors: false })).warnings
}

async function viewsOf(outcome: Outcome) {
  const plan = planRestarts(settingsOf({ components: { from: 1, to: 1 }, restarts: 1 }))
  const isSame = createSameness(Float64Array.of(1), () => Uint8Array.of(0))
  const found = {
    plan,
    outcomes: [outcome],
    counted: 9,
    dimension: 1,
    noise: false,
    isSame,
    dependence: null,
  }
  return { plan, views: await solutionViews(found, { covariance: 'VVV', components: 1, slots: [0] }) }
}

async function stoppedSolution(): Promise<Raised> {
  const { views } = await viewsOf({
    ...nothing('stopped', 3, ''),
    mixture: one(),
    logLikelihood: -9,
    entropy: 0,
  })
  return views.flatMap(({ warnings }) => warnings)
}

async function foundBySwap(): Promise<Raised> {
  const { plan, views } = await viewsOf({
    ...nothing('converged', 3, ''),
    ...{ mixture: one(), logLikelihood: -9, entropy: 0 },
  })
  const swap = { ...plan[0], id: 'VVV-1-swap-0', initialisation: 'swap' as const, from: plan[0].id }
  const found = { ...views[0], hits: 0, restarts: [swap.id] }
  return [foundByRefinement(found, [...plan, swap], views)].filter((warning) => warning !== null)
}
