import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, shallowRef, watch } from 'vue'
import type { Axes } from '../../contract/schemas.ts'
import { useFitStore } from './fit.ts'
import { useSelectionStore } from './selection.ts'
import { useSessionPartsStore } from './session-parts.ts'

/** What spans the plane of the cluster plots. */
const PLANES = ['columns', 'principal', 'discriminant'] as const
export type Plane = (typeof PLANES)[number]

/** Principal components that can be chosen: beyond them little is left to see. */
const MOST_RANKS = 20

/**
 * The two axes of the cluster plots: columns of the fit by their index as text, principal components by their rank as text, or
 * the plane that separates the clusters of the restart on the screen most. They stay for as long as each next fit has the same
 * columns.
 */
export const useAxesStore = defineStore('axes', () => {
  const fit = useFitStore()
  const selection = useSelectionStore()
  const wanted = shallowRef<Plane>('columns')
  const horizontal = shallowRef('')
  const vertical = shallowRef('')
  const ranks = shallowRef({ x: '1', y: '2' })

  let names = new Map<string, string>()

  const choices = computed(() => {
    const { settings, columns = [] } = fit.shown ?? {}
    return columns.map((text, at) => ({ value: String(settings?.columns[at] ?? at), text }))
  })
  const rankChoices = computed(() =>
    Array.from({ length: Math.min(MOST_RANKS, choices.value.length) }, (_, at) => String(at + 1)),
  )
  /** With one column there is only one axis to look along. */
  const plane = computed<Plane>({
    get: () => (choices.value.length > 1 ? wanted.value : 'columns'),
    set: (now) => {
      wanted.value = now
    },
  })
  const axes = computed<Axes>(() => {
    const { fit: id } = fit.shown ?? {}
    const restart = plane.value === 'discriminant' ? selection.withModel?.id : undefined
    if (id !== undefined && restart !== undefined) return { discriminant: { fit: id, restart } }
    if (plane.value === 'columns') return { x: Number(horizontal.value), y: Number(vertical.value) }
    const { x, y } = plane.value === 'principal' ? ranks.value : { x: 1, y: 2 }
    return { principal: { x: Number(x), y: Number(y) } }
  })

  watch(
    choices,
    (now) => {
      if (now.length === 0) return
      const known = (value: string) =>
        now.some((each) => each.value === value && each.text === names.get(value))
      const [x, y] = [known(horizontal.value), known(vertical.value)]
      names = new Map(now.map((each) => [each.value, each.text]))
      const first = now[0]?.value ?? ''
      if (!x) horizontal.value = first
      if (!y || vertical.value === horizontal.value)
        vertical.value = now.find((choice) => choice.value !== horizontal.value)?.value ?? first
      const held = (rank: string) => rankChoices.value.includes(rank)
      if (!held(ranks.value.x) || !held(ranks.value.y)) ranks.value = { x: '1', y: '2' }
    },
    { immediate: true, flush: 'sync' },
  )

  const Ranks = v.object({ x: v.string(), y: v.string() })
  const Form = v.object({
    plane: v.picklist(PLANES),
    horizontal: v.string(),
    vertical: v.string(),
    ranks: Ranks,
  })
  useSessionPartsStore().add('axes', Form, {
    state: () => ({
      plane: wanted.value,
      horizontal: horizontal.value,
      vertical: vertical.value,
      ranks: { ...ranks.value },
    }),
    restore(state) {
      const known = (value: string) => choices.value.some((choice) => choice.value === value)
      const held = (rank: string) => rankChoices.value.includes(rank)
      wanted.value = state.plane
      if (known(state.horizontal) && known(state.vertical)) {
        horizontal.value = state.horizontal
        vertical.value = state.vertical
      }
      if (held(state.ranks.x) && held(state.ranks.y)) ranks.value = state.ranks
    },
  })

  return { plane, horizontal, vertical, ranks, choices, rankChoices, axes }
})
