import type { FrameView, LabelsView, ModelView, ReplayView } from '../../contract/views.ts'
import { createCache } from './cache.ts'
import { useEngineStore } from './engine.ts'
import type { MergedClusters } from './merged-clusters.ts'
import { useResultsStore } from './results.ts'
import type { Shot } from './timeline.ts'

/** Labels and model of a restart, as plots show them. */
export interface Clustering {
  restart: string
  labels: LabelsView
  model: ModelView
  /** Labels are those of the heads of merged clusters; absent where each component is a cluster. */
  merged?: MergedClusters
  /** Labels and uncertainties of the components, where those above are of merged clusters. */
  apart?: LabelsView
}

/** A restart at a stop. */
export interface Scene extends Clustering {
  shot: Shot
  logLikelihood: number
  /** Rows drawn that the E-step gives to another component; null where it is not one. */
  changed: number | null
}

export interface Frames {
  scene(replay: ReplayView, shot: Shot): Promise<Scene>
}

const MOST_BYTES = 64 * 2 ** 20

/** Asks the engine for frames and keeps the last ones, 64 MB of them. */
export function createFrames(): Frames {
  const engines = useEngineStore()
  const results = useResultsStore()
  const frames = createCache<FrameView>(MOST_BYTES, bytesOf)

  const frame = ({ fit, restart }: ReplayView, iteration: number) => {
    const limit = results.drawn
    return frames.get(`${fit} ${restart} ${iteration} ${limit}`, () =>
      engines.engine().frame({ fit, restart, iteration, limit }),
    )
  }

  return {
    async scene(replay, shot) {
      const before = shot.phase === 'expect' ? replay.iterations[shot.place - 1] : undefined
      const [shown, coloured, earlier] = await Promise.all([
        frame(replay, shot.iteration),
        frame(replay, shot.labels),
        before === undefined ? null : frame(replay, before),
      ])
      const { logLikelihood } = shown
      const { labels } = coloured
      const { sizes, counts } = coloured.model
      const model = { ...shown.model, sizes, ...(counts !== undefined && { counts }) }
      const changed = earlier === null ? null : differing(earlier.labels.labels, labels.labels)
      return { restart: replay.restart, labels, model, shot, logLikelihood, changed }
    },
  }
}

const bytesOf = ({ model, labels }: FrameView) =>
  8 * (model.means.length + model.covariances.length) + 9 * labels.labels.length

function differing(before: Uint8Array, after: Uint8Array): number {
  let count = 0
  for (let row = 0; row < after.length; row++) if (before[row] !== after[row]) count++
  return count
}
