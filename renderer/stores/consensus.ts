import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, shallowRef, type Ref } from 'vue'
import { GOOD_GAP, goodSolutions, type GoodSolution } from '../../contract/good-solutions.ts'
import type { AgreementView } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import type { ValueColouring } from '../charts/colouring.ts'
import { useEndable, type Endable } from './endable.ts'
import { useFitStore } from './fit.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { useResultsStore, type Consensus } from './results.ts'
import { useSelectionStore } from './selection.ts'

/** What is asked of the good solutions: which are good, and below which agreement a row is fragile. */
export const useConsensusStore = defineStore('consensus', () => {
  const fit = useFitStore()
  const selection = useSelectionStore()
  const gap = shallowRef(GOOD_GAP)
  /** A row with less agreement is fragile. */
  const threshold = shallowRef(0.9)

  const good = computed<GoodSolution[]>(() =>
    selection.restart === null ? [] : goodSolutions(fit.solutions, selection.restart, gap.value),
  )
  /** Null while there is nothing to count: no model on the screen, or restarts that have not all ended. */
  const question = computed<Consensus | null>(() => {
    const restart = selection.withModel?.id
    if (restart === undefined || fit.running !== null || fit.summary === null || good.value.length === 0)
      return null
    const voters = good.value.map(({ solution, weight }) => `${solution.restarts[0]}:${weight}`).join(' ')
    return { restart, gap: gap.value, voters }
  })

  const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
  useSessionPartsStore().add(
    'consensus',
    v.object({ gap: v.pipe(v.number(), v.minValue(0)), threshold: share }),
    {
      state: () => ({ gap: gap.value, threshold: threshold.value }),
      restore(state) {
        gap.value = state.gap
        threshold.value = state.threshold
      },
    },
  )

  return { gap, threshold, good, question }
})

export interface Agreement extends Endable<AgreementView> {
  /** 0…1 while it is being counted, null where that is not known. */
  fraction: Readonly<Ref<number | null>>
}

/** The agreement on the rows of the restart on the screen, counted only while somebody wants it. */
export function useAgreement(wanted: () => boolean = () => true): Agreement {
  const consensus = useConsensusStore()
  const results = useResultsStore()
  const fraction = shallowRef<number | null>(null)
  const endable = useEndable(
    () => {
      const { question } = consensus
      return question === null || !wanted()
        ? null
        : results.agreement(question, (now) => {
            fraction.value = now
          })
    },
    () => JSON.stringify(consensus.question),
    () => {
      if (consensus.question !== null) results.cancelConsensus(consensus.question)
    },
  )
  return { ...endable, fraction }
}

/** Rows on whose cluster less than a share of the votes agree. */
export function fragileRows({ counts, total }: AgreementView, threshold: number): number {
  let rows = 0
  counts.forEach((count, votes) => {
    if (votes < threshold * total) rows += count
  })
  return rows
}

/** From a round share at or below the least agreement of any row, so that colours tell the rows apart, to 1. */
function agreementRange({ counts, total }: AgreementView): [number, number] {
  const least = counts.findIndex((rows) => rows > 0) / total
  return [least < 1 ? Math.floor(least * 10) / 10 : 0, 1]
}

/** Points coloured by the agreement on their rows. */
export function agreementColouring(agreement: AgreementView): ValueColouring {
  return {
    kind: 'value',
    values: agreement.drawn,
    range: agreementRange(agreement),
    name: say('agreement'),
    scale: 'sequential',
  }
}
