import type { Resumption } from '../../core/mixture/types.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import { isUsable, leftOff, type Outcome } from './outcome.ts'

/** How far one leg of a restart goes, and from where; without either it is the whole restart. */
export interface Leg {
  pauseAfter?: number
  resumption?: Resumption
}

/** The restarts of one cell, by slot. */
export interface Race {
  run(slot: number, leg: Leg): Promise<Outcome>
  /** It waits for its next leg. */
  paused(slot: number): void
  /** It has ended; of a slot that ended as `dropped` it may be told once more. */
  finished(slot: number, outcome: Outcome): void
  stopped(): boolean
}

/** Iterations in all after which restarts are compared. */
const RUNGS = [10, 25, 60]
/** Of those compared, this share goes on, and never fewer than `FEWEST`. */
const KEPT = 1 / 2
const FEWEST = 4

/**
 * Successive halving (Jamieson & Talwalkar 2016) of the restarts in `slots`: all run a little, the half that is heading for the
 * most goes on, and so forth; what is left runs to its end. Where that leaves no usable model, the dropped go on after all,
 * best first. A restart that is not dropped gives the same bits as if it had run alone.
 */
export async function race(slots: readonly number[], work: Race): Promise<void> {
  const paused = new Map<number, Outcome>()
  let found = false

  async function leg(slot: number, pauseAfter?: number): Promise<Outcome> {
    const before = paused.get(slot)
    const outcome = await work.run(slot, {
      ...(before?.resumption !== undefined && { resumption: before.resumption }),
      ...(pauseAfter !== undefined && { pauseAfter }),
    })
    const wentOn = outcome.status !== 'stopped' || outcome.mixture !== null || before === undefined
    const reached = wentOn
      ? { ...outcome, seconds: outcome.seconds + (before?.seconds ?? 0) }
      : leftOff(before, 'stopped')
    if (reached.resumption === undefined) {
      paused.delete(slot)
      found ||= isUsable(reached)
      work.finished(slot, reached)
    } else {
      paused.set(slot, reached)
      work.paused(slot)
    }
    return reached
  }
  const legs = (slots: readonly number[], pauseAfter?: number) =>
    Promise.all(slots.map(async (slot): Promise<Placed> => [slot, await leg(slot, pauseAfter)]))

  let racing = [...slots]
  for (const pauseAfter of RUNGS) {
    if (racing.length <= FEWEST) break
    const placed = await legs(racing, pauseAfter)
    racing = racing.filter((slot) => paused.has(slot))
    if (work.stopped()) break
    const places = Math.max(FEWEST, Math.ceil(placed.length * KEPT))
    const kept = new Set(
      placed
        .sort(byProspect)
        .slice(0, places)
        .map(([slot]) => slot),
    )
    for (const slot of racing) if (!kept.has(slot)) drop(slot)
    racing = racing.filter((slot) => kept.has(slot))
  }
  await legs(racing)
  const dropped = [...paused].sort(byProspect).map(([slot]) => slot)
  while (!found && dropped.length > 0) await legs(dropped.splice(0, FEWEST))

  function drop(slot: number): void {
    const outcome = paused.get(slot)
    if (outcome !== undefined) work.finished(slot, leftOff(outcome, 'dropped'))
  }
}

type Placed = [slot: number, outcome: Outcome]

/** Collapsed ones last, before them those set aside; else by the log-likelihood they are heading for, then by slot. */
function byProspect([slot, a]: Placed, [other, b]: Placed): number {
  return rank(a) - rank(b) || prospect(b) - prospect(a) || slot - other
}

const rank = ({ status, flags }: Outcome) => (status === 'collapsed' ? 2 : isSetAside(flags) ? 1 : 0)
const prospect = ({ limit, logLikelihood }: Outcome) => limit ?? logLikelihood ?? -Infinity
