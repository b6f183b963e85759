import { say } from '../../../contract/words/say.ts'
import type { ForecastView } from '../../../contract/views.ts'
import { formatDuration } from '../../format/duration.ts'
import { formatBytes } from '../../format/import-words.ts'

/** How long a fit takes: about 10–40 s. Empty where nobody can tell. */
export function timeText(seconds: ForecastView['seconds']): string {
  if (seconds === null) return ''
  if (seconds.high < 1) return say('under 1 s')
  const high = plain(seconds.high)
  const low = plain(Math.max(1, seconds.low))
  if (low === high) return say('about {duration}', { duration: high })
  const [lowNumber, lowUnit] = low.split(' ')
  const [highNumber, highUnit] = high.split(' ')
  const simple = low.split(' ').length === 2 && high.split(' ').length === 2 && lowUnit === highUnit
  return simple
    ? say('about {duration}', { duration: `${lowNumber}–${highNumber} ${highUnit}` })
    : say('about {low} to {high}', { low, high })
}

/** What stands on the closed block: how many warnings there are, and how long it takes. */
export function headText({ warnings, seconds }: ForecastView): string {
  const grave = warnings.filter((warning) => !isCalm(warning)).length
  return [
    grave === 0
      ? say('no warnings')
      : say('{warnings, plural, one {# warning} other {# warnings}}', { warnings: grave }),
    timeText(seconds),
  ]
    .filter((text) => text !== '')
    .join(' · ')
}

export function memoryText({ bytes, freeBytes }: ForecastView): string {
  return say('{bytes} of memory, of {free} free', { bytes: formatBytes(bytes), free: formatBytes(freeBytes) })
}

/** Whether it only informs: there is nothing to be done about it. */
export const isCalm = ({ code, remedies }: ForecastView['warnings'][number]): boolean =>
  code === 'scales-apart' && remedies === undefined

/** A duration without the zeros that rounding leaves. */
const plain = (seconds: number) =>
  formatDuration(rounded(seconds))
    .replace(/[^\d ]0 s$/, ' s')
    .replace(/ 0 (s|min)$/, '')

/** At one figure, or two from 10 s to an hour: no more is known. */
function rounded(seconds: number): number {
  if (seconds >= 60) {
    const minute = seconds >= 3600 ? 600 : 60
    return Math.max(minute, Math.round(seconds / minute) * minute)
  }
  return seconds >= 10 ? Math.round(seconds / 5) * 5 : Math.round(seconds)
}
