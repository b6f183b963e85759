import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'

const MOST_PASSAGES = 2_048
const FEWEST_PASSAGES = 8
const MOST_BYTES = 128 * 2 ** 20

/**
 * Which iterations of `first` … `last` to keep where one takes so many bytes: all while there is room for 2,048 and 128 MB; else the
 * first half of the room in a row, as most happens early, and the rest evenly to the last. Throws `too-large` where there is hardly
 * room for any.
 */
export function keptIterations(first: number, last: number, bytes: number): number[] {
  const room = Math.min(MOST_PASSAGES, Math.floor(MOST_BYTES / bytes))
  const all = last - first + 1
  if (all <= room) return Array.from({ length: all }, (_, i) => first + i)
  if (room < FEWEST_PASSAGES)
    throw new EngineError(
      'too-large',
      phrase('One iteration of this restart takes {Math} MB, too much to keep many of them.', {
        Math: Math.round(bytes / 2 ** 20),
      }),
      phrase('Play a restart with fewer columns or components.'),
    )
  const dense = Math.floor(room / 2)
  const rest = room - dense
  const from = first + dense - 1
  return Array.from({ length: room }, (_, i) =>
    i < dense ? first + i : from + Math.round(((last - from) * (i - dense + 1)) / rest),
  )
}
