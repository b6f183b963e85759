import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { EngineError } from '../../contract/errors.ts'
import type { RestartView } from '../../contract/views.ts'
import { useFitStore } from './fit.ts'
import { createFrames, type Clustering, type Scene } from './frames.ts'
import { isUnderway } from './ranking.ts'
import { shotAt, stopAt, timelineOf, type Stop } from './timeline.ts'
import { useResultsStore } from './results.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { useTracks } from './tracks.ts'

/** Iterations per second that can be chosen; from `WHOLE` on, halves are passed over. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 30] as const
const WHOLE = 10
const AHEAD = 3

/** Plays the restarts on the screen from their starts, in step; while it is closed they are as they ended. */
export const usePlaybackStore = defineStore('playback', () => {
  const fit = useFitStore()
  const results = useResultsStore()
  const screens = shallowRef<readonly Readonly<Ref<string | null>>[]>([])
  const opened = shallowRef(false)
  const playing = shallowRef(false)
  const speed = shallowRef<number>(2)
  const position = shallowRef(0)
  const scenes = shallowRef<readonly Scene[]>([])
  const failure = shallowRef<EngineError | null>(null)
  let turn = 0
  let eager = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let frames = createFrames()
  let last: Stop = { iteration: 0, half: false }

  /** The restarts on the screen, each once. */
  const subjects = computed<RestartView[]>(() => {
    const ids = new Set(screens.value.map(({ value }) => value))
    return [...ids].flatMap((id) => fit.restarts.find((each) => each.id === id) ?? [])
  })
  const tracks = useTracks(() => {
    const id = fit.shown?.fit
    if (!opened.value || id === undefined) return []
    return subjects.value
      .filter((each) => !isUnderway(each))
      .map(({ id: restart, iterations }) => ({ fit: id, restart, iterations }))
  })
  const replays = computed(() => tracks.value.flatMap(({ replay }) => replay ?? []))
  const waiting = computed(() =>
    tracks.value.some(({ replay, failure: why }) => replay === null && why === null),
  )
  const timeline = computed(() => (waiting.value ? [] : timelineOf(replays.value)))
  const atEnd = computed(() => position.value >= timeline.value.length - 1)

  watch(timeline, (stops) => {
    frames = createFrames()
    turn++
    scenes.value = []
    if (stops.length > 0) void show(stopAt(stops, last)).then(begin)
  })
  // At once: a session opens the player after it has brought the fit back.
  watch(() => fit.shown?.fit, close, { flush: 'sync' })
  watch(
    () => opened.value && subjects.value.length === 0,
    (empty) => {
      if (empty) pause()
    },
  )

  /** Registers a plot: the restart it shows is played while the player is open. */
  function follow(restart: Readonly<Ref<string | null>>): void {
    screens.value = [...screens.value, restart]
    onScopeDispose(() => {
      screens.value = screens.value.filter((each) => each !== restart)
    })
  }

  function begin(): void {
    if (eager) play()
    eager = false
  }

  /** Plays at once, or only shows the start. */
  function open(plays: boolean): void {
    eager = plays
    last = { iteration: 0, half: false }
    position.value = 0
    failure.value = null
    opened.value = true
    results.playing = true
    if (timeline.value.length > 0) void show(0).then(begin)
  }

  function close(): void {
    pause()
    turn++
    eager = false
    opened.value = false
    results.playing = false
    scenes.value = []
  }

  async function show(at: number): Promise<void> {
    const stop = timeline.value[at]
    if (stop === undefined) return
    position.value = at
    last = stop
    const mine = ++turn
    try {
      const loaded = await scenesAt(stop)
      if (mine !== turn) return
      scenes.value = loaded
      failure.value = null
      for (let next = at + 1; next <= at + AHEAD; next++) {
        const ahead = timeline.value[next]
        if (ahead !== undefined) scenesAt(ahead).catch(() => undefined)
      }
    } catch (thrown) {
      if (mine !== turn) return
      failure.value = EngineError.from(thrown)
      pause()
    }
  }

  const scenesAt = (stop: Stop) =>
    Promise.all(replays.value.map((replay) => frames.scene(replay, shotAt(replay, stop))))

  function play(): void {
    if (timeline.value.length === 0 || playing.value) return
    playing.value = true
    if (atEnd.value) void show(0).then(() => schedule())
    else schedule()
  }

  function pause(): void {
    playing.value = false
    clearTimeout(timer)
  }

  function schedule(since = performance.now()): void {
    clearTimeout(timer)
    if (!playing.value) return
    if (atEnd.value) {
      pause()
      return
    }
    const next = nextStop(1)
    const halves = timeline.value[next]?.half === true || timeline.value[position.value]?.half === true
    const due = since + 1000 / speed.value / (halves && speed.value < WHOLE ? 2 : 1)
    timer = setTimeout(() => {
      const now = performance.now()
      void show(next).then(() => schedule(now))
    }, due - performance.now())
  }

  function nextStop(by: 1 | -1): number {
    let next = position.value + by
    if (playing.value && speed.value >= WHOLE) while (timeline.value[next]?.half === true) next += by
    return Math.min(Math.max(next, 0), timeline.value.length - 1)
  }

  /** One stop on or back; it no longer plays by itself. */
  function step(by: 1 | -1): void {
    pause()
    void show(nextStop(by))
  }

  function seek(at: number): void {
    pause()
    void show(at)
  }

  const toggle = (): void => (playing.value ? pause() : play())

  /** What a plot shows of a restart instead of where it ended; null while it is not played. */
  const clusteringOf = (restart: string): Clustering | null =>
    scenes.value.find((scene) => scene.restart === restart) ?? null

  const Form = v.object({
    at: v.nullable(v.object({ iteration: v.number(), half: v.boolean() })),
    speed: v.picklist(SPEEDS),
  })
  useSessionPartsStore().add('playback', Form, {
    state() {
      // Where it stands counts once it stands still: what is open is not kept anew with every frame.
      if (!playing.value) void position.value
      return { at: opened.value ? { ...last } : null, speed: speed.value }
    },
    restore(state) {
      speed.value = state.speed
      if (state.at === null) return close()
      open(false)
      last = state.at
      if (timeline.value.length > 0) void show(stopAt(timeline.value, last))
    },
  })

  return {
    subjects,
    opened,
    tracks,
    waiting,
    replays,
    timeline,
    position,
    playing,
    speed,
    atEnd,
    scenes,
    failure,
    follow,
    open,
    close,
    play,
    toggle,
    step,
    seek,
    clusteringOf,
  }
})
