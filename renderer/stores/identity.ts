import { defineStore } from 'pinia'
import * as v from 'valibot'
import { LIMITS } from '../../contract/limits.ts'
import { computed, shallowRef, watch } from 'vue'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { numbersFrom, plainNumbers, type Numbered } from './numbering.ts'

/** The restart that all others take their numbers from. Plain values, so that a session can hold it. */
export interface Reference {
  dataset: string
  columns: number[]
  fit: string
  restart: string
  /** 0-based, one per component. */
  numbers: number[]
  /** By the person, not because it is the best. */
  chosen: boolean
}

/**
 * Which cluster is which, whatever restart shows it: a number (0-based; what is written is one more) that says colour and
 * shape, and the name a person gave it. Numbers come from the reference, the best solution of the last fit that has ended
 * unless the person chooses another restart, and its own from the reference before it.
 */
export const useIdentityStore = defineStore('identity', () => {
  const engines = useEngineStore()
  const fit = useFitStore()
  const reference = shallowRef<Reference | null>(null)
  const names = shallowRef<Readonly<Record<number, string>>>({})
  /** How often numbers have begun anew, which leaves no name. */
  const numbering = shallowRef(0)
  const known = shallowRef<ReadonlyMap<string, readonly number[]>>(new Map())
  let asked = new Map<string, Promise<readonly number[]>>()

  /** What the numbers come from, where it is of the columns on the screen. */
  const source = computed(() => {
    const now = reference.value
    const { dataset, settings } = fit.shown ?? {}
    const same = now?.dataset === dataset && now?.columns.join() === settings?.columns.join()
    return same ? now : null
  })
  const keyOf = (restart: string) => `${fit.shown?.fit ?? ''} ${restart}`
  const plain = (restart: string) => plainNumbers(sizeOf(restart))

  watch(
    () => (fit.running !== null || fit.summary === null ? null : (fit.best?.restarts[0] ?? null)),
    (best) => {
      const chosen = source.value?.chosen === true && source.value.fit === fit.shown?.fit
      if (best !== null && !chosen) void follow(best, false)
    },
    { flush: 'sync', immediate: true },
  )

  /** Takes over the numbers that its components have now: names and colours stay with their clusters. */
  async function follow(restart: string, chosen: boolean): Promise<void> {
    const shown = fit.shown
    if (shown === null) return
    const before = source.value
    const numbers = before === null ? plain(restart) : await numbersOf(restart)
    if (fit.shown !== shown || source.value !== before) return
    if (before === null) beginAnew()
    const { dataset, fit: id, settings } = shown
    reference.value = {
      dataset,
      columns: [...settings.columns],
      fit: id,
      restart,
      numbers: [...numbers],
      chosen,
    }
    known.value = new Map()
    asked = new Map()
  }

  function beginAnew(): void {
    names.value = {}
    numbering.value++
  }

  /** The number of each component of a restart; by weight until they have been matched. */
  function styles(restart: string): number[] {
    const from = source.value
    if (from === null) return plain(restart)
    if (from.fit === fit.shown?.fit && from.restart === restart) return [...from.numbers]
    const matched = known.value.get(keyOf(restart))
    if (matched === undefined) queueMicrotask(() => void numbersOf(restart))
    return matched === undefined ? plain(restart) : [...matched]
  }

  /** The same, once they have been matched; it never fails. */
  function numbersOf(restart: string): Promise<readonly number[]> {
    const from = source.value
    const key = keyOf(restart)
    const before = known.value.get(key) ?? asked.get(key)
    if (from === null || sizeOf(restart) === 0) return Promise.resolve(plain(restart))
    if (from.fit === fit.shown?.fit && from.restart === restart) return Promise.resolve(from.numbers)
    if (before !== undefined) return Promise.resolve(before)
    const finding = find(restart, from).catch(() => plain(restart))
    asked.set(key, finding)
    void finding.then((numbers) => {
      if (asked.get(key) === finding) known.value = new Map(known.value).set(key, numbers)
    })
    return finding
  }

  async function find(restart: string, from: Reference): Promise<readonly number[]> {
    const here = fit.shown?.fit ?? ''
    const size = sizeOf(restart)
    const between = standInFor(restart, size, from.numbers.length)
    const sources = await Promise.all([
      numbered(from, from.numbers),
      ...(between === null
        ? []
        : [numbersOf(between).then((numbers) => numbered({ fit: here, restart: between }, numbers))]),
    ])
    return numbersFrom(size, sources, named())

    async function numbered(
      left: { fit: string; restart: string },
      numbers: readonly number[],
    ): Promise<Numbered> {
      const right = { fit: here, restart }
      const { counterparts } = await engines
        .engine()
        .counterparts({ left: { fit: left.fit, restart: left.restart }, right })
      return { numbers, counterparts }
    }
  }

  /**
   * What gives numbers to the clusters that the reference does not have: the best restart with as many components, and to
   * that one the best with fewer, down to the reference.
   */
  function standInFor(restart: string, size: number, least: number): string | null {
    const best = (of: number) => fit.solutions.find((each) => each.components === of)?.restarts[0] ?? null
    if (size === least) return null
    const own = best(size)
    if (own !== null && own !== restart) return own
    const fewer = fit.solutions.map((each) => each.components).filter((of) => of > least && of < size)
    return fewer.length === 0 ? null : best(Math.max(...fewer))
  }

  const named = () => Object.keys(names.value).map(Number)
  const nameOf = (style: number): string => names.value[style] ?? ''

  /** An empty name takes it away. */
  function rename(style: number, name: string): void {
    const others = Object.entries(names.value).filter(([number]) => Number(number) !== style)
    const named = name.trim() === '' ? [] : [[String(style), name.trim()]]
    names.value = Object.fromEntries([...others, ...named]) as Record<number, string>
  }

  function renameAll(to: Readonly<Record<number, string>>): void {
    names.value = to
  }

  const Numbers = v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.components)))
  const Kept = v.object({ restart: v.string(), numbers: Numbers, chosen: v.boolean() })
  const Form = v.object({
    names: v.record(v.pipe(v.string(), v.digits()), v.string()),
    reference: v.nullable(Kept),
  })
  useSessionPartsStore().add('clusters and their names', Form, {
    state() {
      const from = source.value?.fit === fit.shown?.fit ? source.value : null
      const { restart = '', numbers = [], chosen = false } = from ?? {}
      return {
        names: { ...names.value },
        reference: from === null ? null : { restart, numbers: [...numbers], chosen },
      }
    },
    restore(state) {
      const shown = fit.shown
      names.value = state.names
      if (shown === null || state.reference === null) return
      const { dataset, fit: id, settings } = shown
      reference.value = { dataset, columns: [...settings.columns], fit: id, ...state.reference }
      known.value = new Map()
      asked = new Map()
    },
  })

  return { reference, source, names, numbering, styles, numbersOf, nameOf, rename, renameAll, follow }
})

/** Components of a restart, which its id tells: the list of restarts changes ten times a second while a fit runs. */
function sizeOf(restart: string): number {
  return Number(restart.split('-')[1] ?? 0)
}
