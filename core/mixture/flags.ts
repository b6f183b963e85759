import { isNarrow } from './narrowness.ts'
import type { Parameters } from './parameters.ts'
import { isShared, isSpherical, type Setting } from './setting.ts'
import type { CovarianceModel, Flag } from './types.ts'

const NARROW = 1e-3
const SMALL_SHARE = 0.02
/** A common covariance this close to the ridge alone is held by it. */
const HELD = 10
const EMPTY = 1
const SAME = 1e-6

/**
 * Components that look like artefacts (McLachlan & Peel 2000, section 3.10): emptied, which is less than one row in all, holding few
 * rows, or much narrower than the data in some direction. `order` gives the components' numbers in the outcome.
 */
export function artefactFlags(
  setting: Setting,
  parameters: Parameters,
  rows: number,
  order: number[],
): Flag[] {
  const { components, dimension, covariance } = setting
  if (components === 1 && setting.noise === null) return []
  const fewest = fewestRows(covariance, dimension, rows)
  const flags: Flag[] = []
  order.forEach((k, place) => {
    const held = parameters.weights[k] * rows
    if (held < EMPTY) {
      flags.push({
        code: 'emptied',
        message: `Component ${place + 1} holds less than one row: it has emptied.`,
        components: [place],
      })
    } else if (held < fewest) {
      const about = held < 10 ? held.toFixed(1) : String(Math.round(held))
      flags.push({
        code: 'spurious',
        message: `Component ${place + 1} holds only about ${about} of ${rows} rows.`,
        components: [place],
      })
    } else if (!isShared(covariance) && isNarrow(setting, parameters, k, NARROW)) {
      flags.push({
        code: 'spurious',
        message: `Component ${place + 1} is very narrow in one direction: less than 1/30 as wide as the data.`,
        components: [place],
      })
    }
  })
  // A sphere is as wide in every direction.
  const one = isShared(covariance) && !isSpherical(covariance)
  if (one && isNarrow(setting, parameters, 0, heldLimit(setting)))
    flags.push({
      code: 'spurious',
      message:
        'Within the components the rows are flat in one direction: the regularisation alone gives them a width there.',
    })
  return flags
}

/**
 * Rows that a component holds at least, of so many in all, so that it is not spurious: enough for its mean and covariance, and a
 * share of all. Of a covariance that all components share few rows make no sliver, and the share is not asked for.
 */
export function fewestRows(covariance: CovarianceModel, dimension: number, rows: number): number {
  const enough = 2 * (dimension + 1)
  return isShared(covariance) ? enough : Math.max(enough, SMALL_SHARE * rows)
}

/** Components may stand far apart for their common width, so that is narrow only where it is the ridge's. */
function heldLimit({ ridge, total }: Setting): number {
  const shares = Array.from(ridge, (added, j) => added / total[(j * (j + 3)) / 2])
  return Math.min(NARROW, ...shares.map((share) => HELD * share))
}

/**
 * Components with the same Gaussian, to 1e-6 of its standard deviations. EM never parts exact twins, so such a fit is one with
 * fewer components shown as more. `order` gives the components' numbers in the outcome.
 */
export function saddleFlags(parameters: Parameters, order: number[]): Flag[] {
  const flags: Flag[] = []
  const told = new Set<number>()
  order.forEach((k, place) => {
    if (told.has(k)) return
    const places = [place]
    for (let other = place + 1; other < order.length; other++) {
      if (!coincide(parameters, k, order[other])) continue
      places.push(other)
      told.add(order[other])
    }
    if (places.length === 1) return
    const numbers = places.map((each) => each + 1)
    const last = numbers.pop()
    flags.push({
      code: 'saddle',
      message: `Components ${numbers.join(', ')} and ${last} coincide: this is a saddle, not a maximum.`,
      components: places,
    })
  })
  return flags
}

/** It ended at the limit, after so many iterations. */
export function iterationLimitFlag(iterations: number): Flag {
  const after = iterations === 1 ? '1 iteration' : `${iterations} iterations`
  return { code: 'iteration-limit', message: `It had not converged after ${after}.` }
}

function coincide(
  { family, dimension: d, stride, means, covariances }: Parameters,
  a: number,
  b: number,
): boolean {
  const entry = (k: number, i: number, j: number) =>
    covariances[k * stride + (family === 'full' ? (i * (i + 1)) / 2 + j : i)]
  for (let i = 0; i < d; i++) {
    const unit = Math.sqrt(entry(a, i, i))
    if (Math.abs(means[a * d + i] - means[b * d + i]) > SAME * unit) return false
    for (let j = family === 'full' ? 0 : i; j <= i; j++) {
      const gap = Math.abs(entry(a, i, j) - entry(b, i, j))
      if (gap > SAME * unit * Math.sqrt(entry(a, j, j))) return false
    }
  }
  return true
}
