import { computed } from 'vue'
import { say } from '../../../contract/words/say.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useLook } from '../../stores/looks.ts'
import { isUnderway } from '../../stores/ranking.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import { useSolutionLooks } from '../../stores/solution-looks.ts'
import { describeLandscape, planLandscape } from '../../charts/landscape.ts'
import { nearestCurve, type Pointed } from '../../charts/pick.ts'
import { layTerrain } from '../../charts/terrain.ts'
import { tableTraces } from '../../charts/tables/traces.ts'
import type { ChartTheme } from '../../charts/theme.ts'
import { restartLabel, solutionLetter } from '../../format/words.ts'
import { createCurves } from './drawn-curves.ts'
import { heightsOf } from './heights.ts'

/** What the landscape of the cell on the screen shows, and which restart lies under a point of it. */
export function useLandscape() {
  const fit = useFitStore()
  const selection = useSelectionStore()
  const solutions = useSolutionLooks()
  const scale = useLook('curveScale')
  const draw = createCurves()

  const best = computed(() => selection.ranked.find((each) => each.gap === 0)?.restart ?? null)
  const top = computed(() => best.value?.logLikelihood ?? 0)
  const curves = computed(() => {
    void fit.revision
    return draw(selection.ranked, fit.traceOf, scale.value, top.value)
  })
  const terrain = computed(() => layTerrain(heightsOf(selection.ranked)))
  const label = computed(() => {
    const total = selection.ranked.length
    const running = selection.ranked.filter(({ restart }) => isUnderway(restart)).length
    const described = solutions.ofCell.map(({ id, ...rest }) => ({ letter: solutionLetter(id), ...rest }))
    return describeLandscape(total - running, total, described)
  })

  const table = computed(() => {
    void fit.revision
    const listed = selection.ranked.map(({ restart }) => restart)
    return tableTraces(
      {
        count: listed.length,
        at(row) {
          const restart = listed[row]
          if (restart === undefined) return { name: '', solution: '', trace: new Float64Array() }
          const solution = restart.solution === null ? '–' : solutionLetter(restart.solution)
          return { name: restartLabel(restart), solution, trace: fit.traceOf(restart.id) }
        },
      },
      {
        longest: listed.reduce((most, { iterations }) => Math.max(most, iterations), 0),
        scale: scale.value,
        top: top.value,
        chosen: listed.findIndex(({ id }) => id === selection.restart?.id),
      },
    )
  })
  const choose = {
    label: (choice: string) => say('Choose {choice}', { choice }),
    row: (at: number) => selection.choose(selection.ranked[at]?.restart.id ?? ''),
  }

  const planFor = (theme: ChartTheme, curvesInChart: boolean) =>
    planLandscape({
      curves: curves.value,
      terrain: terrain.value,
      looks: solutions.looks,
      letterOf: solutionLetter,
      best: best.value?.id ?? null,
      top: top.value,
      chosen: selection.restart?.id ?? null,
      scale: scale.value,
      theme,
      curvesInChart,
    })

  function restartAt(at: Pointed): string | null {
    return at.plot === 0 ? nearestCurve(curves.value, at) : (terrain.value.order[Math.floor(at.x)] ?? null)
  }

  return {
    scale,
    curves,
    terrain,
    looks: computed(() => solutions.looks),
    label,
    table,
    choose,
    planFor,
    restartAt,
  }
}
