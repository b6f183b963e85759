import { createPinia, setActivePinia } from 'pinia'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import { createLoop } from '../../contract/loop.ts'
import type { Port } from '../../contract/messages.ts'
import { INPUTS } from '../../contract/schemas.ts'
import { serve } from '../../contract/server.ts'
import type {
  ColumnProfile,
  DatasetSummary,
  FitSummary,
  RestartView,
  SolutionView,
} from '../../contract/views.ts'
import type { Connection } from '../host/connection.ts'
import { useEngineStore } from './engine.ts'

const absent = () => Promise.reject(new EngineError('not-available', 'Not part of this test.', 'None.'))

/**
 * For tests: an engine of which only `methods` answer, behind a loop port, so that what the stores send is cloned and checked
 * as in every host. `die` ends the connection as a crashed engine does.
 */
export async function startFakeEngine(
  methods: Partial<Engine>,
): Promise<{ die: () => void; connection: Connection }> {
  setActivePinia(createPinia())
  // Node has no idle moments.
  globalThis.requestIdleCallback ??= (work) => Number(setTimeout(work))
  const all = Object.keys(INPUTS).map((name) => [name, absent] as const)
  const engine = { ...Object.fromEntries(all), ...methods } as Engine
  let far: Port | null = null
  const connection: Connection = {
    host: {
      kind: 'local',
      chooseFile: absent,
      grantDropped: absent,
      chooseTarget: absent,
      targetBeside: absent,
      printPage: absent,
      deliver: absent,
      initialFile: () => Promise.resolve(null),
      onOpenFile: () => () => undefined,
      onCommand: () => () => undefined,
      show: () => undefined,
      notify: () => undefined,
      newWindow: () => undefined,
      allowUpdates: () => Promise.resolve(false),
      onUpdateReady: () => () => undefined,
      restartEngine: () => Promise.resolve(),
    },
    openPort: () => {
      const [near, other] = createLoop()
      far = other
      serve(engine, other)
      return Promise.resolve(near)
    },
  }
  await useEngineStore().start(connection)
  return { connection, die: () => far?.close() }
}

export function column(index: number, name: string, rest: Partial<ColumnProfile> = {}): ColumnProfile {
  return {
    index,
    name,
    original: name,
    type: 'numeric',
    missing: 0,
    rejected: 0,
    distinct: 100,
    min: 0,
    max: 1,
    mean: 0.5,
    sd: 0.2,
    ambiguous: false,
    use: true,
    reason: '',
    histogram: { low: 0, high: 1, counts: [1, 4, 2] },
    format: { decimal: '.', thousands: '', unit: '' },
    rejects: [],
    rejectedBy: {},
    ...rest,
  }
}

export function datasetSummary(rest: Partial<DatasetSummary> = {}): DatasetSummary {
  return {
    dataset: 'd1',
    file: 'data.csv',
    bytes: 1000,
    rows: 100,
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quote: '"',
      decimal: '.',
      thousands: '',
      header: true,
      comment: '',
      missing: ['', 'na', '?'],
      skip: 0,
    },
    columns: [column(0, 'x'), column(1, 'y')],
    rejectedCells: 0,
    blankLines: 0,
    commentLines: 0,
    compression: null,
    warnings: [],
    remembered: null,
    seconds: 0.1,
    ...rest,
  }
}

export function restartView(index: number, rest: Partial<RestartView> = {}): RestartView {
  return {
    id: `VVV-2-${index}`,
    components: 2,
    covariance: 'VVV',
    index,
    seed: 1000 + index,
    initialisation: 'kmeans++',
    state: 'converged',
    iterations: 10,
    logLikelihood: -100 - index,
    solution: index < 2 ? 'VVV-2-A' : 'VVV-2-B',
    warnings: [],
    seconds: 0.01,
    ...rest,
  }
}

export function solutionView(
  letter: string,
  restarts: string[],
  rest: Partial<SolutionView> = {},
): SolutionView {
  return {
    id: `VVV-2-${letter}`,
    components: 2,
    covariance: 'VVV',
    kind: letter === 'A' ? 'best' : 'near-tie',
    parameters: 11,
    logLikelihood: -100,
    bic: 250,
    aic: 222,
    icl: 251,
    aicc: null,
    entropy: 2,
    hits: restarts.length,
    hitsBy: [{ initialisation: 'kmeans++', hits: restarts.length, of: 3 }],
    restarts,
    warnings: [],
    ...rest,
  }
}

export function fitSummary(rest: Partial<FitSummary> = {}): FitSummary {
  return {
    fit: 'f1',
    dataset: 'd1',
    settings: {
      columns: [0, 1],
      weights: null,
      noise: false,
      components: { from: 2, to: 2 },
      covariances: ['VVV'],
      initialisation: 'mixed',
      restarts: 3,
      seed: 1,
      scaling: 'none',
      missing: 'drop',
      tolerance: 1e-7,
      maxIterations: 2000,
      regularisation: { kind: 'relative', value: 1e-6 },
      strategy: 'full',
      refinements: 0,
      prior: 'none',
      eigenvalueRatio: null,
      acceleration: 'none',
      subsample: false,
      criterion: 'bic',
    },
    columns: ['x', 'y'],
    rows: 100,
    rowsUsed: 100,
    rowsDropped: 0,
    rowsWithGaps: 0,
    weighting: null,
    solutions: [
      solutionView('A', ['VVV-2-0', 'VVV-2-1']),
      solutionView('B', ['VVV-2-2'], { logLikelihood: -102, bic: 254 }),
    ],
    best: 'VVV-2-A',
    bestWithSpurious: 'VVV-2-A',
    restarts: [restartView(0), restartView(1), restartView(2)],
    removed: [],
    refinements: { tried: 0, better: 0 },
    unseen: [
      {
        components: 2,
        covariance: 'VVV',
        restarts: 3,
        once: 1,
        outdoneBy: null,
        chance: 1 / 3,
        chanceAtMost: 1,
        better: 0,
        betterAtMost: 0.64,
      },
    ],
    extensions: [],
    stopped: false,
    seconds: 0.42,
    threads: 2,
    rowIterationsPerSecond: 1e6,
    ...rest,
  }
}
