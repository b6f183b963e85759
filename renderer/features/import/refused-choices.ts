import type { DialectChoice } from '../../../contract/schemas.ts'
import type { Dialect } from '../../../contract/views.ts'
import { DIALECT_OPTIONS, readSkip, type DialectOption } from './dialect-options.ts'

export const DETECT = 'detect'

/** For every list the text that stands in it. */
export type Picked = Record<DialectOption['key'], string>

export function pickedOf(choices: DialectChoice): Picked {
  const entries = DIALECT_OPTIONS.map(({ key, read }) => [
    key,
    choices[key] === undefined ? DETECT : read(choices as Dialect),
  ])
  return Object.fromEntries(entries) as Picked
}

/** What was picked; the rest is detected. Lines skipped count where a number is typed. */
export function choicesOf(picked: Picked, skip: string): DialectChoice {
  const lines = readSkip(skip)
  return Object.assign(
    lines === null ? {} : { skip: lines },
    ...DIALECT_OPTIONS.filter(({ key }) => picked[key] !== DETECT).map(({ key, write }) =>
      write(picked[key]),
    ),
  ) as DialectChoice
}
