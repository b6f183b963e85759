import { addVotes } from '../../core/mixture/consensus.ts'
import { matchPartitions } from '../../core/mixture/matching.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import { contingencyOf } from '../contingency-of.ts'
import { inBlocks } from '../in-blocks.ts'
import { createLabelling, labelInto } from '../labelling.ts'
import { cancelled } from '../work.ts'
import type { Electorate } from './electorate.ts'

/** What the good solutions make of every row of the file. */
export interface Votes extends Counted {
  electorate: Electorate
}

interface Counted {
  /** The reference's own labels [rows]: 0-based, 255 for a row that is not used. */
  labels: Uint8Array
  /** Votes for that label [rows]. */
  votes: Uint32Array
  /** For each solution the reference's cluster of each of its clusters. */
  matches: Int32Array[]
}

export interface CountVotes {
  (electorate: Electorate, control: WorkControl): Promise<Votes>
  /** Lets go of all. */
  clear(): void
}

/** Counts kept: six bytes a row each. */
const KEPT = 3

/** Counts over all rows, one solution after the other, so that memory does not grow with their number. The last counts are kept. */
export function createVotes(pool: Pool): CountVotes {
  const kept = new Map<string, Counted>()

  async function count(electorate: Electorate, control: WorkControl): Promise<Counted> {
    const { reference, solutions } = electorate
    const { columns } = reference.fit
    const { components } = reference.mixture
    const rows = columns[0].length
    control.report(0, rows * (solutions.length + 1), 0)
    const label = async (mixture: typeof reference.mixture) => {
      const { labels } = await labelInto(
        pool,
        mixture,
        columns,
        createLabelling(rows, components, {}),
        control,
      )
      if (control.stopped()) throw cancelled()
      return labels
    }
    const own = await label(reference.mixture)
    const votes = new Uint32Array(rows)
    const matches: Int32Array[] = []
    for (const { fitted, weight } of solutions) {
      const labels = await label(fitted.mixture)
      const match = matchPartitions(await contingencyOf(labels, own, components, components))
      await inBlocks(rows, (from, to) => addVotes(votes, own, labels, match, weight, from, to))
      matches.push(match)
    }
    return { labels: own, votes, matches }
  }

  const votesOf = async (electorate: Electorate, control: WorkControl): Promise<Votes> => {
    const key = keyOf(electorate)
    const counted = kept.get(key) ?? (await count(electorate, control))
    kept.delete(key)
    kept.set(key, counted)
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest)
    return { ...counted, electorate }
  }
  return Object.assign(votesOf, { clear: () => kept.clear() })
}

/** A restart that is continued keeps its id. */
function keyOf({ reference: { fit, restart, logLikelihood }, solutions }: Electorate): string {
  return JSON.stringify([
    fit.id,
    restart.id,
    logLikelihood,
    solutions.map(({ fitted, weight }) => [fitted.restart.id, fitted.logLikelihood, weight]),
  ])
}
