import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { EngineError } from '../../contract/errors.ts'
import type { ReplayView } from '../../contract/views.ts'
import { useEngineStore } from './engine.ts'

/** A restart that is to be played. */
export interface Subject {
  fit: string
  restart: string
  /** How far it came: one that has gone on is played anew. */
  iterations: number
}

/** How far a restart's replay is. */
export interface Track {
  restart: string
  /** 0…1 while it is run again; null before. */
  fraction: number | null
  /** Null until it has been run again. */
  replay: ReplayView | null
  /** Why it cannot be played. */
  failure: EngineError | null
}

const keyOf = ({ fit, restart, iterations }: Subject) => `${fit} ${restart} ${iterations}`

/** Has the restarts wanted run again, one track each in their order; what is no longer wanted is cancelled. */
export function useTracks(wanted: () => readonly Subject[]): Readonly<ShallowRef<readonly Track[]>> {
  const engines = useEngineStore()
  const tracks = shallowRef<readonly Track[]>([])
  let held = new Map<string, { track: Track; controller: AbortController }>()

  function begin(subject: Subject) {
    const { fit, restart } = subject
    const controller = new AbortController()
    const { signal } = controller
    const entry = { track: { restart, fraction: null, replay: null, failure: null } as Track, controller }
    const tell = (change: Partial<Track>) => {
      if (signal.aborted) return
      entry.track = { ...entry.track, ...change }
      refresh()
    }
    const ask = async () =>
      engines.engine().replay({ fit, restart }, { signal, onProgress: ({ fraction }) => tell({ fraction }) })
    ask().then(
      (replay) => tell({ replay }),
      (thrown: unknown) => tell({ failure: EngineError.from(thrown) }),
    )
    return entry
  }

  function refresh(): void {
    tracks.value = [...held.values()].map(({ track }) => track)
  }

  function take(subjects: readonly Subject[]): void {
    const before = held
    held = new Map(
      subjects.map((subject) => [keyOf(subject), before.get(keyOf(subject)) ?? begin(subject)] as const),
    )
    for (const [key, { controller }] of before) if (!held.has(key)) controller.abort()
    refresh()
  }

  watch(
    () => wanted().map(keyOf).join('\n'),
    () => take(wanted()),
    { immediate: true },
  )
  onScopeDispose(() => take([]))
  return tracks
}
