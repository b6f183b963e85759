import { smallestWhitenedEigenvalue } from './narrowness.ts'
import type { Parameters } from './parameters.ts'
import type { Setting } from './setting.ts'
import type { Flag } from './types.ts'

const NARROW = 1e-3
const SMALL_SHARE = 0.02

/**
 * Components that look like artefacts (McLachlan & Peel 2000, section 3.10): much narrower than the data in some direction,
 * or holding few rows. `order` gives the components' numbers in the outcome.
 */
export function spuriousFlags(
  setting: Setting,
  parameters: Parameters,
  rows: number,
  order: number[],
): Flag[] {
  const { components, dimension, covariance } = setting
  if (components === 1) return []
  const fewest = Math.max(2 * (dimension + 1), SMALL_SHARE * rows)
  const flags: Flag[] = []
  order.forEach((k, place) => {
    const held = parameters.weights[k] * rows
    if (held < fewest) {
      const about = held < 10 ? held.toFixed(1) : String(Math.round(held))
      flags.push({
        code: 'spurious',
        message: `Component ${place + 1} holds only about ${about} of ${rows} rows.`,
      })
    } else if (covariance !== 'EEE' && smallestWhitenedEigenvalue(setting, parameters, k) < NARROW) {
      flags.push({
        code: 'spurious',
        message: `Component ${place + 1} is very narrow in one direction: less than 1/30 as wide as the data.`,
      })
    }
  })
  return flags
}
