import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useFitStore } from './fit.ts'
import type { Axes } from './results.ts'

export const PRINCIPAL = 'principal'

/**
 * The two axes of the cluster plots: columns of the fit by their index as text, or the principal components.
 * They stay for as long as each next fit has the same columns.
 */
export const useAxesStore = defineStore('axes', () => {
  const fit = useFitStore()
  const horizontal = shallowRef('')
  const vertical = shallowRef('')

  let names = new Map<string, string>()

  const choices = computed(() => {
    const { settings, columns = [] } = fit.shown ?? {}
    return columns.map((text, at) => ({ value: String(settings?.columns[at] ?? at), text }))
  })
  const axes = computed<Axes>(() =>
    horizontal.value === PRINCIPAL ? PRINCIPAL : { x: Number(horizontal.value), y: Number(vertical.value) },
  )

  watch(
    choices,
    (now) => {
      if (now.length === 0) return
      const known = (value: string) =>
        now.some((each) => each.value === value && each.text === names.get(value))
      const [x, y] = [known(horizontal.value), known(vertical.value)]
      names = new Map(now.map((each) => [each.value, each.text]))
      const first = now[0]?.value ?? ''
      const principal = horizontal.value === PRINCIPAL && now.length > 1
      if (!principal && !x) horizontal.value = first
      if (!y || vertical.value === horizontal.value) {
        vertical.value = now.find((choice) => choice.value !== horizontal.value)?.value ?? first
      }
    },
    { immediate: true, flush: 'sync' },
  )

  return { horizontal, vertical, choices, axes }
})
