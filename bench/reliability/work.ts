import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitProgress, RestartView } from '../../contract/views.ts'
import type { Program } from './process.ts'

/** A session of work, and what of it has been confirmed. */
export interface Scene {
  program: Program
  /** Of the files that are read and written. */
  folder: string
  window: string
  dataset: string
  fit: string
  restart: string
  /** Why restarts of the last fit have no model, where some have none. */
  reasons: string[]
  /** Restarts that had ended when last told; and those of them that were confirmed to be kept. */
  ended: number
  keptEnded: number
  /** The name that was last confirmed to be kept; null before anything was. */
  keptName: string | null
  /** The name that was last asked to be kept: it may be there, though nothing has confirmed it. */
  askedName: string | null
  /** Files that were confirmed to be written. */
  written: Set<string>
}

export interface Step {
  name: string
  /** `under` is called once it is well under way. */
  take(scene: Scene, under: () => void): Promise<void>
}

export const ROWS = 4_000
export const SETTINGS: FitSettings = {
  columns: [0, 1],
  weights: null,
  noise: false,
  components: { from: 2, to: 3 },
  covariances: ['VVV'],
  initialisation: 'random-rows',
  restarts: 24,
  seed: 1,
  scaling: 'none',
  missing: 'drop',
  tolerance: 1e-12,
  maxIterations: 100,
  regularisation: { kind: 'relative', value: 1e-6 },
  strategy: 'full',
  refinements: 0,
  prior: 'none',
  eigenvalueRatio: null,
  acceleration: 'none',
  subsample: false,
  criterion: 'bic',
}

export function begin(program: Program, folder: string): Scene {
  const nothing = { dataset: '', fit: '', restart: '', reasons: [], ended: 0, keptEnded: 0 }
  const names = { keptName: null, askedName: null }
  return { program, folder, window: randomUUID(), written: new Set(), ...nothing, ...names }
}

async function keep(scene: Scene, name: string): Promise<void> {
  const { program, window, dataset, fit, ended } = scene
  scene.askedName = name
  await program.engine().autosave({ window, dataset, fits: fit === '' ? [] : [fit], view: { name } })
  scene.keptName = name
  scene.keptEnded = ended
}

const reasonsOf = (restarts: readonly RestartView[]) =>
  restarts.filter(({ logLikelihood }) => logLikelihood === null).map(({ state, reason }) => reason ?? state)

/** Keeps what has ended twice while it runs, as the page does; under way from then on. */
function watching(scene: Scene, name: string, before: number, under: () => void) {
  let next = 4
  let keeping = false
  return {
    onProgress({ fit, done }: FitProgress) {
      scene.fit = fit
      scene.ended = before + done
      if (done < next || keeping) return
      keeping = true
      next = done + 8
      void keep(scene, name)
        .then(under, () => undefined)
        .finally(() => (keeping = false))
    },
  }
}

async function write(
  scene: Scene,
  names: string[],
  ask: (targets: string[]) => Promise<unknown>,
): Promise<void> {
  const targets = names.map((name) => scene.program.grantTarget(join(scene.folder, name)))
  await ask(targets)
  for (const name of names) scene.written.add(name)
}

const saving = async (scene: Scene, under: () => void) => {
  const { dataset, fit } = scene
  await write(scene, ['work.basin'], ([target]) => {
    const saved = scene.program
      .engine()
      .saveSession({ dataset, fits: [fit], view: { name: 'session' }, target })
    under()
    return saved
  })
}

/** Ten steps; each has a moment within and one after it. */
export const STEPS: readonly Step[] = [
  {
    name: 'a file is opened',
    async take(scene, under) {
      const grant = scene.program.grantFile(join(scene.folder, 'data.csv'))
      const opening = scene.program.engine().open({ source: { grant } })
      under()
      scene.dataset = (await opening).dataset
      await keep(scene, 'opened')
    },
  },
  {
    name: 'settings are changed',
    async take(scene, under) {
      const { dataset } = scene
      const roles = { 0: 'cluster', 1: 'cluster' } as const
      const remembering = scene.program.engine().remember({ dataset, dialect: { delimiter: ',' }, roles })
      under()
      await remembering
      await keep(scene, 'settings')
    },
  },
  {
    name: 'a fit runs',
    async take(scene, under) {
      const asked = { dataset: scene.dataset, settings: SETTINGS }
      const { fit, restarts } = await scene.program.engine().fit(asked, watching(scene, 'running', 0, under))
      scene.fit = fit
      scene.ended = restarts.length
      scene.reasons = reasonsOf(restarts)
      scene.restart = restarts.find(({ logLikelihood }) => logLikelihood !== null)?.id ?? ''
      await keep(scene, 'fitted')
    },
  },
  {
    name: 'a restart is chosen',
    async take({ program, fit, restart }, under) {
      const looking = program.engine().labels({ fit, restart, limit: 5_000 })
      under()
      await looking
      await program.engine().diagnose({ fit, restart })
    },
  },
  {
    name: 'a cluster is renamed',
    async take(scene, under) {
      const keeping = keep(scene, 'short petals')
      under()
      await keeping
    },
  },
  {
    name: 'more restarts run',
    async take(scene, under) {
      const options = watching(scene, 'more', scene.ended, under)
      const more = { kind: 'restarts', count: 20 } as const
      const { restarts } = await scene.program.engine().extend({ fit: scene.fit, more }, options)
      scene.ended = restarts.length
      scene.reasons = reasonsOf(restarts)
      await keep(scene, 'extended')
    },
  },
  { name: 'the session is saved', take: saving },
  { name: 'it is saved again over the last', take: saving },
  {
    name: 'the labelled data are exported',
    take: (scene, under) =>
      write(scene, ['labelled.csv', 'labelled.basin.json'], ([target, provenance]) => {
        const { fit, restart } = scene
        const engine = scene.program.engine()
        const exporting = engine.exportLabels({ fit, restart, target, provenance, posteriors: true })
        under()
        return exporting
      }),
  },
  {
    name: 'report and model are exported',
    async take(scene, under) {
      const { fit, restart, program } = scene
      const report = write(scene, ['report.json'], ([target]) =>
        program.engine().exportReport({ fit, target }),
      )
      under()
      await report
      await write(scene, ['model.json'], ([target]) => program.engine().exportModel({ fit, restart, target }))
    },
  },
]
