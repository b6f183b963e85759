import type { FitProgress } from '../../contract/views.ts'
import { plural } from './text-table.ts'

/** A fit's progress on one line. */
export function progressLine(progress: FitProgress): string {
  const { done, total, stage, tried, toTry, seconds, secondsLeft, leader } = progress
  const ended = done === total && tried === toTry
  const refining = stage === 'refining' && toTry > 0 ? `, refining ${tried} of ${toTry}` : ''
  const left = secondsLeft === null || ended ? '' : `, about ${duration(secondsLeft)} left`
  const best = leader === null ? '' : `, best so far ${leader}`
  return `${done} of ${plural(total, 'restart')}${refining}, ${duration(seconds)}${left}${best}`
}

/** 0.42 s, 12 s, 3 min 5 s */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(seconds < 1 ? 2 : 1)} s`
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
