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

/** How a race is run. */
export interface Rules {
  /** Iterations in all after which restarts are compared. */
  rungs: readonly number[]
  /** Of those compared, this share goes on. */
  kept: number
  /** Never fewer go on. */
  fewest: number
}

const RULES: Rules = { rungs: [20, 50, 120], kept: 1 / 2, fewest: 8 }

/**
 * Successive halving (Jamieson & Talwalkar 2016) of the restarts in `slots`: all run a little, the highest half goes on,
 * and so forth; what is left runs to its end. Then those of the dropped go on that Aitken's estimate sees end above the winner,
 * until it does not; where no usable model is left, all of them do, best first. A restart that is not dropped gives the same bits as if it had run alone.
 */
export async function race(
  slots: readonly number[],
  work: Race,
  { rungs, kept: share, fewest }: Rules = RULES,
): Promise<void> {
  const paused = new Map<number, Outcome>()
  let found = false
  /** Log-likelihood of the highest usable one that has ended. */
  let top = -Infinity

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
      if (isUsable(reached)) {
        found = true
        top = Math.max(top, reached.logLikelihood)
      }
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
  for (const pauseAfter of rungs) {
    if (racing.length <= fewest) break
    const placed = await legs(racing, pauseAfter)
    racing = racing.filter((slot) => paused.has(slot))
    if (work.stopped()) break
    const places = Math.max(fewest, Math.ceil(placed.length * share))
    const kept = new Set(
      placed
        .sort(byHeight)
        .slice(0, places)
        .map(([slot]) => slot),
    )
    for (const slot of racing) if (!kept.has(slot)) drop(slot)
    racing = racing.filter((slot) => kept.has(slot))
  }
  await legs(racing)
  await secondChances()
  const dropped = [...paused].sort(byHeight).map(([slot]) => slot)
  while (!found && dropped.length > 0) await legs(dropped.splice(0, fewest))

  /** Those that were dropped but are heading above the winner go on, each time twice as far, until they are not or have ended. */
  async function secondChances(): Promise<void> {
    for (;;) {
      const hopeful = [...paused].filter(([, outcome]) => isHeadingAbove(outcome, top))
      if (hopeful.length === 0 || !found || work.stopped()) return
      const far = Math.max(...hopeful.map(([, { iterations }]) => iterations))
      const slots = hopeful.map(([slot]) => slot)
      await legs(slots, 2 * far)
      slots.forEach(drop)
    }
  }

  function drop(slot: number): void {
    const outcome = paused.get(slot)
    if (outcome !== undefined) work.finished(slot, leftOff(outcome, 'dropped'))
  }
}

type Placed = [slot: number, outcome: Outcome]

/**
 * Collapsed ones last, before them those set aside; else by log-likelihood, then by slot. Not by Aitken's estimate of where they
 * will end: so early it errs by more than the restarts differ (decision 16).
 */
function byHeight([slot, a]: Placed, [other, b]: Placed): number {
  return rank(a) - rank(b) || height(b) - height(a) || slot - other
}

/** Whether a restart that waits may end above another: where there is no estimate it may, and what is spurious now need not stay so. */
function isHeadingAbove({ status, logLikelihood, limit }: Outcome, top: number): boolean {
  return status !== 'collapsed' && logLikelihood !== null && (limit === null || limit > top)
}

const rank = ({ status, flags }: Outcome) => (status === 'collapsed' ? 2 : isSetAside(flags) ? 1 : 0)
const height = ({ logLikelihood }: Outcome) => logLikelihood ?? -Infinity
