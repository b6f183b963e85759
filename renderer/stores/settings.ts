import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, reactive, watch } from 'vue'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import { defaultRefinements } from '../../contract/defaults.ts'
import { COVARIANCE_MODELS } from '../../contract/schemas.ts'
import { useDatasetStore } from './dataset.ts'
import { clusteredOn, weightOf, type Roles } from './roles.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { formFrom } from './stored-form.ts'
import { readTyped } from '../format/number.ts'
import { DEFAULT_FORM, readSettings, type SettingsForm } from './settings-form.ts'

/** What is typed and ticked in the left panel, and what it means. */
export const useSettingsStore = defineStore('settings', () => {
  const dataset = useDatasetStore()
  const form = reactive<SettingsForm>({
    ...DEFAULT_FORM,
    columns: [],
    covariances: [...DEFAULT_FORM.covariances],
  })
  let names: string[] = []
  let held: { dataset: string; roles: Roles | null } | null = null

  /** Whether a ticked column has a cell without a number. */
  const lacking = computed(() =>
    dataset.numericColumns.some(
      ({ index, missing, rejected }) => missing + rejected > 0 && form.columns.includes(index),
    ),
  )
  /** Where nothing is missing, what becomes of missing cells is neither asked nor a reason to refuse. */
  const asked = computed<SettingsForm>(() => ({ ...form, missing: lacking.value ? form.missing : 'drop' }))
  const read = computed(() => readSettings(asked.value, dataset.summary?.rows ?? 0))
  const errors = computed(() => read.value.errors)
  const settings = computed(() => read.value.settings)

  const refinements = computed(() =>
    String(
      defaultRefinements(form.initialisation, readTyped(form.restarts) || 0, dataset.summary?.rows ?? 0),
    ),
  )
  watch(
    refinements,
    (now, before) => {
      if (form.refinements.trim() === before) form.refinements = now
    },
    { flush: 'sync' },
  )
  watch(() => dataset.current, tickColumns, { flush: 'sync', immediate: true })

  /** What was said about the columns decides; else a file read again keeps its ticks, and other data starts as proposed. */
  function tickColumns(): void {
    if (dataset.current === null) return
    const { summary, roles } = dataset.current
    // A column was computed or taken away: what is ticked is moved by whoever did that.
    if (held?.dataset === summary.dataset && held.roles === roles) return keepNames()
    held = { dataset: summary.dataset, roles }
    const same = summary.columns.map((column) => column.name).join('\n') === names.join('\n')
    keepNames()
    const usable = new Set(dataset.numericColumns.map((column) => column.index))
    form.columns =
      roles === null && same
        ? form.columns.filter((index) => usable.has(index))
        : clusteredOn(summary.columns, roles ?? {})
    const weight = roles === null && same ? form.weights : weightOf(summary.columns, roles ?? {})
    form.weights = usable.has(Number(weight)) ? weight : ''
  }

  function keepNames(): void {
    names = dataset.summary?.columns.map((column) => column.name) ?? []
  }

  /** Ticks one column in the place of another, where that is ticked. */
  function replaceTick(index: number, by: number): void {
    if (!form.columns.includes(index)) return
    tick(index, false)
    tick(by, true)
  }

  function tick(index: number, on: boolean): void {
    const others = form.columns.filter((each) => each !== index)
    form.columns = on ? [...others, index].sort((a, b) => a - b) : others
    if (on && form.weights === String(index)) form.weights = ''
  }

  /** A column cannot be clustered on and weigh the rows at once; null: every row counts once. */
  function weighBy(index: number | null): void {
    form.weights = index === null ? '' : String(index)
    form.columns = form.columns.filter((each) => each !== index)
  }

  function tickModel(model: CovarianceModel, on: boolean): void {
    form.covariances = COVARIANCE_MODELS.filter((each) =>
      each === model ? on : form.covariances.includes(each),
    )
  }

  const snapshot = (): SettingsForm => ({
    ...form,
    columns: [...form.columns],
    covariances: [...form.covariances],
  })

  useSessionPartsStore().add('settings', v.record(v.string(), v.unknown()), {
    state: () => ({ ...snapshot() }),
    restore(state) {
      const usable = new Set(dataset.numericColumns.map((column) => column.index))
      Object.assign(
        form,
        formFrom(form, state, (index) => usable.has(index)),
      )
    },
  })

  return { form, lacking, settings, errors, snapshot, tick, replaceTick, weighBy, tickModel }
})
