import { effectScope, shallowRef, type EffectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallOptions, Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { FrameView, ReplayView } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, restartView, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { usePlaybackStore } from './playback.ts'
import { useSessionPartsStore } from './session-parts.ts'

const LENGTHS: Record<string, number> = { 'VVV-2-0': 3, 'VVV-2-1': 5 }

const replayOf = (restart: string): ReplayView => {
  const iterations = Int32Array.from({ length: (LENGTHS[restart] ?? 0) + 1 }, (_, i) => i)
  return {
    fit: 'f1',
    restart,
    iterations,
    moves: Array.from(iterations, (i) => (i === 0 ? 'start' : 'em')),
    logLikelihoods: Float64Array.from(iterations, (i) => -10 / (i + 1)),
    startRows: 'all',
  }
}
/** In each iteration another of four rows goes to the second cluster. */
const frameOf = (restart: string, iteration: number): FrameView => {
  const labels = Uint8Array.from({ length: 4 }, (_, row) => (row < iteration ? 1 : 0))
  return {
    iteration,
    logLikelihood: -10 / (iteration + 1),
    labels: { labels, uncertainty: new Float32Array(4), logDensity: new Float32Array(4) },
    model: {
      fit: 'f1',
      restart,
      columns: ['x', 'y'],
      weights: Float64Array.of(1 - iteration / 10, iteration / 10),
      means: new Float64Array(4),
      covariances: new Float64Array(8),
      sizes: [4 - iteration, iteration],
    },
  }
}

let scope: EffectScope
const replays = vi.fn<Engine['replay']>()
const frames = vi.fn<Engine['frame']>()
const left = shallowRef<string | null>(null)
const right = shallowRef<string | null>(null)

beforeEach(async () => {
  scope = effectScope()
  left.value = 'VVV-2-0'
  right.value = null
  replays.mockReset().mockImplementation(({ restart }) => Promise.resolve(replayOf(restart)))
  frames
    .mockReset()
    .mockImplementation(({ restart, iteration }) => Promise.resolve(frameOf(restart, iteration)))
  const restarts = [restartView(0), restartView(1), restartView(2, { state: 'running' })]
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve(fitSummary({ restarts })),
    replay: replays,
    frame: frames,
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  await useFitStore().run(fitSummary().settings)
  scope.run(() => {
    usePlaybackStore().follow(left)
    usePlaybackStore().follow(right)
  })
})
afterEach(() => {
  usePlaybackStore().close()
  scope.stop()
})

async function opened(plays = false) {
  const playback = usePlaybackStore()
  playback.open(plays)
  await vi.waitFor(() => expect(playback.scenes.length).toBeGreaterThan(0))
  return playback
}
/** Weight of the second component and labels, of a restart as plots show it. */
function shown(restart: string) {
  const now = usePlaybackStore().clusteringOf(restart)
  return now === null ? null : [now.model.weights[1], [...now.labels.labels].join(''), now.model.sizes[1]]
}
const isShown = (restart: string, what: unknown) => vi.waitFor(() => expect(shown(restart)).toEqual(what))

describe('the player', () => {
  it('shows nothing of its own until it is opened, then the start', async () => {
    const playback = usePlaybackStore()
    expect(shown('VVV-2-0')).toBeNull()
    expect(replays).not.toHaveBeenCalled()
    await opened()
    expect(shown('VVV-2-0')).toEqual([0, '0000', 0])
    expect(playback.position).toBe(0)
  })

  it('steps by halves: the components move under the old colours, then rows change theirs', async () => {
    const playback = await opened()
    playback.step(1)
    await isShown('VVV-2-0', [0.1, '0000', 0])
    playback.step(1)
    await isShown('VVV-2-0', [0.1, '1000', 1])
    expect(playback.scenes[0]).toMatchObject({ changed: 1, logLikelihood: -5 })
    playback.step(-1)
    await isShown('VVV-2-0', [0.1, '0000', 0])
  })

  it('plays to the end, and from the start again', async () => {
    const playback = await opened(true)
    expect(playback.playing).toBe(true)
    playback.speed = 30
    await isShown('VVV-2-0', [0.3, '1110', 3])
    await vi.waitFor(() => expect(playback.playing).toBe(false))
    playback.speed = 1
    playback.toggle()
    await isShown('VVV-2-0', [0, '0000', 0])
    playback.toggle()
    expect(playback.playing).toBe(false)
  })

  it('goes on with what the plot shows instead where the restart that it plays is removed', async () => {
    const playback = await opened()
    const summary = useFitStore().summary ?? fitSummary()
    const [gone, ...restarts] = summary.restarts
    useFitStore().amend({ ...summary, restarts, removed: gone === undefined ? [] : [gone] })
    left.value = 'VVV-2-1'
    await vi.waitFor(() => expect(playback.scenes.map(({ restart }) => restart)).toEqual(['VVV-2-1']))
    expect(playback.opened).toBe(true)
  })

  it('gives back how the restart ended when it is closed, or another fit takes its place', async () => {
    const playback = await opened()
    playback.close()
    expect(shown('VVV-2-0')).toBeNull()
    await opened()
    useFitStore().abandon()
    await vi.waitFor(() => expect(playback.opened).toBe(false))
    expect(shown('VVV-2-0')).toBeNull()
  })

  it('plays two restarts in step; the shorter waits at its end', async () => {
    right.value = 'VVV-2-1'
    const playback = await opened()
    await vi.waitFor(() => expect(playback.scenes).toHaveLength(2))
    playback.seek(playback.timeline.length - 1)
    await isShown('VVV-2-1', [0.5, '1111', 5])
    expect(shown('VVV-2-0')).toEqual([0.3, '1110', 3])
    expect(playback.scenes.map(({ shot }) => shot.phase)).toEqual(['over', 'expect'])
  })

  it('keeps the iteration when another restart takes the place', async () => {
    const playback = await opened()
    playback.seek(4)
    await isShown('VVV-2-0', [0.2, '1100', 2])
    left.value = 'VVV-2-1'
    await isShown('VVV-2-1', [0.2, '1100', 2])
    expect(playback.position).toBe(4)
  })

  it('does not ask for a restart that has not ended', async () => {
    left.value = 'VVV-2-2'
    const playback = usePlaybackStore()
    playback.open(true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(replays).not.toHaveBeenCalled()
    expect(playback.timeline).toEqual([])
  })

  it('plays the one that can be where the other is refused', async () => {
    right.value = 'VVV-2-1'
    replays.mockImplementation(({ restart }) =>
      restart === 'VVV-2-1'
        ? Promise.reject(new EngineError('too-large', 'It is too large.', 'Play another.'))
        : Promise.resolve(replayOf(restart)),
    )
    const playback = await opened()
    expect(playback.scenes).toHaveLength(1)
    expect(playback.tracks[1]?.failure?.message).toBe('It is too large.')
  })

  it('never shows a frame that was asked for earlier over a later one, and says why one is missing', async () => {
    const playback = await opened()
    const late: ((frame: FrameView) => void)[] = []
    frames.mockImplementation(({ restart, iteration }) =>
      iteration === 3
        ? new Promise((resolve) => late.push(resolve))
        : Promise.resolve(frameOf(restart, iteration)),
    )
    playback.seek(6)
    playback.seek(0)
    await isShown('VVV-2-0', [0, '0000', 0])
    await vi.waitFor(() => expect(late.length).toBeGreaterThan(0))
    for (const answer of late) answer(frameOf('VVV-2-0', 3))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(shown('VVV-2-0')).toEqual([0, '0000', 0])
  })

  it('cancels what is no longer wanted', async () => {
    let options: CallOptions<'replay'> = {}
    replays.mockImplementation((_, given = {}) => {
      options = given
      return new Promise(() => undefined)
    })
    const playback = usePlaybackStore()
    playback.open(true)
    await vi.waitFor(() => expect(options.signal).toBeDefined())
    options.onProgress?.({ kind: 'work', fraction: 0.5, rows: 4 })
    await vi.waitFor(() => expect(playback.tracks[0]?.fraction).toBe(0.5))
    playback.close()
    await vi.waitFor(() => expect(options.signal?.aborted).toBe(true))
  })

  it('says why a frame could not be had', async () => {
    const playback = await opened()
    frames.mockRejectedValue(new EngineError('unknown-id', 'It is not kept any more.', 'Play it again.'))
    playback.seek(6)
    await vi.waitFor(() => expect(playback.failure?.message).toBe('It is not kept any more.'))
    expect(playback.playing).toBe(false)
  })
})

describe('in a session', () => {
  it('the player is open again where it stood, also while what it plays is still asked for', async () => {
    const playback = await opened()
    playback.seek(3)
    await vi.waitFor(() => expect(playback.position).toBe(3))
    playback.speed = 10
    const kept = useSessionPartsStore().state()
    const stood = playback.timeline[3]
    playback.close()
    playback.speed = 2
    useFitStore().restore(fitSummary({ fit: 'f2', restarts: [restartView(0), restartView(1)] }), [])
    expect(useSessionPartsStore().restore(kept)).toEqual([])
    await vi.waitFor(() => expect(playback.scenes.length).toBeGreaterThan(0))
    expect(playback.opened).toBe(true)
    expect(playback.playing).toBe(false)
    expect(playback.timeline[playback.position]).toEqual(stood)
    expect(playback.speed).toBe(10)
  })

  it('a player that was closed stays so', async () => {
    const kept = useSessionPartsStore().state()
    const playback = await opened()
    useSessionPartsStore().restore(kept)
    expect(playback.opened).toBe(false)
  })
})
