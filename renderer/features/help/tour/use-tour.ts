import { computed, shallowRef, watch } from 'vue'
import { say } from '../../../../contract/words/say.ts'
import { useAxesStore } from '../../../stores/axes.ts'
import { useClusterViewStore } from '../../../stores/cluster-view.ts'
import { useCommandsStore } from '../../../stores/commands.ts'
import { useDatasetStore } from '../../../stores/dataset.ts'
import { useFitStore } from '../../../stores/fit.ts'
import { useQuestionStore } from '../../../stores/question.ts'
import { cellOf } from '../../../stores/ranking.ts'
import { useSelectionStore } from '../../../stores/selection.ts'
import { useSettingsStore } from '../../../stores/settings.ts'
import { planTour, stepAfter, type TourStep } from './tour-plan.ts'
import { putBackInto, TOUR_SETTINGS, tourFieldsOf, type TourSettings } from './tour-settings.ts'

const SAMPLE = { id: { sample: 'crabs' }, name: 'crabs.csv' }
/** The tour as far as it is, and what leads it on. It takes the place of an open file only with the person's consent. */
export function useTour() {
  const dataset = useDatasetStore()
  const settings = useSettingsStore()
  const fit = useFitStore()
  const selection = useSelectionStore()
  const clusters = useClusterViewStore()
  const axes = useAxesStore()
  const questions = useQuestionStore()
  const commands = useCommandsStore()
  /** Null while no tour is on. */
  const step = shallowRef<TourStep | null>(null)
  const opened = shallowRef<string | null>(null)
  /** The settings that those of the tour stand in the place of. */
  let replaced: TourSettings | null = null

  const callout = computed(() => {
    if (step.value === null) return null
    const data = dataset.summary
    const isSample = data !== null && data.dataset === opened.value
    const found = fit.solutions.filter((each) => cellOf(each) === selection.cell)
    const usable = found.filter(({ warnings }) => !fit.isAside(warnings))
    return planTour({
      step: step.value,
      view: selection.view,
      opening: dataset.opening !== null,
      sample: isSample
        ? { rows: data.rows, columns: data.columns.length, ticked: settings.form.columns.length }
        : null,
      fit: {
        phase: fit.running !== null ? 'running' : fit.summary === null ? 'none' : 'ended',
        ended: fit.finished.length,
        asked: fit.starts.length,
        found: found.length,
        solutions: [...usable].sort((a, b) => b.logLikelihood - a.logLikelihood),
      },
    })
  })

  async function start(): Promise<void> {
    const open = dataset.summary
    if (open !== null && fit.running === null && !(await mayReplace(open.file))) return
    await openSample()
  }

  /** What the file that is open has come to is kept for as long as the person saved it, as with any file. */
  const mayReplace = (file: string) =>
    questions.ask({
      title: say('The tour opens a sample'),
      text: say(
        'It takes the place of “{file}” in this window, with its fit. To go on with that later, save the session first.',
        { file },
      ),
      yes: say('Open the sample'),
      no: say('Not now'),
    })

  async function openSample(): Promise<void> {
    step.value = 'read'
    opened.value = null
    const before = dataset.summary?.dataset
    await dataset.open(SAMPLE)
    const now = dataset.summary?.dataset
    if (now === before || now === undefined) return leave()
    opened.value = now
    selection.view = 'Data'
  }

  function go(by: 1 | -1): void {
    if (step.value === null || callout.value === null) return
    if (by === 1 && !callout.value.next.ready) return
    if (by === 1 && callout.value.lost) return void openSample()
    const next = stepAfter(step.value, by)
    if (next === null) return by === 1 ? leave() : undefined
    step.value = next
    show()
  }

  /** Brings on to the screen what the step is about. */
  function show(): void {
    switch (step.value) {
      case 'read':
        selection.view = 'Data'
        return
      case 'run':
        selection.view = 'Restarts'
        if (fit.summary !== null || fit.running !== null) return
        takeSettings()
        commands.run('run')
        return
      case 'take':
        axes.plane = 'discriminant'
        clusters.chart = 'Scatter'
        selection.view = 'Clusters'
        return
      case null:
        return
    }
  }

  function takeSettings(): void {
    replaced ??= tourFieldsOf(settings.form)
    Object.assign(settings.form, TOUR_SETTINGS)
  }

  function putBack(): void {
    if (replaced !== null) Object.assign(settings.form, putBackInto(settings.form, replaced))
    replaced = null
  }

  function leave(): void {
    step.value = null
    putBack()
  }

  /* At once: a session that takes the place of the sample brings its own settings. */
  watch(() => dataset.summary?.dataset, putBack, { flush: 'sync' })
  watch(
    () => dataset.summary === null && dataset.opening === null,
    (closed) => {
      if (closed) leave()
    },
  )

  return { step, callout, start, go, show, leave }
}
