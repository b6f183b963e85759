import { basename, dirname, join } from 'node:path'
import { GOOD_GAP } from '../../contract/good-solutions.ts'
import { number } from './arguments.ts'
import { UsageError } from './usage-error.ts'

/** Options of the labelled file. */
export const LABEL_OPTIONS = {
  labels: { type: 'string' },
  posteriors: { type: 'boolean' },
  provenance: { type: 'boolean' },
  'spreadsheet-safe': { type: 'boolean' },
  unclassified: { type: 'string' },
  outliers: { type: 'string' },
} as const

/** Those that need a fit with other solutions beside the best. */
export const AGREEMENT_OPTIONS = {
  agreement: { type: 'boolean' },
  'agreement-gap': { type: 'string' },
} as const

/** The labelled file as it was asked for; `provenance` is a path, `agreement` its gap, `status` the thresholds of its column. */
export interface LabelCommand {
  path: string
  posteriors: boolean
  spreadsheetSafe: boolean
  provenance: string | null
  agreement: number | null
  status: { unclassified?: number; outliers?: number }
}

interface Values {
  labels?: string
  posteriors?: boolean
  provenance?: boolean
  'spreadsheet-safe'?: boolean
  agreement?: boolean
  'agreement-gap'?: string
  unclassified?: string
  outliers?: string
}

/** Null where no labelled file is wanted. Throws UsageError where something is asked of it all the same. */
export function labelsOf(values: Values): LabelCommand | null {
  const { labels, posteriors = false, provenance = false } = values
  const spreadsheetSafe = values['spreadsheet-safe'] ?? false
  const agreement = agreementOf(values)
  const status = statusOf(values)
  if (labels !== undefined)
    return {
      path: labels,
      posteriors,
      spreadsheetSafe,
      provenance: provenance ? provenanceBeside(labels) : null,
      agreement,
      status,
    }
  if (posteriors) throw needsLabels('--posteriors adds columns to the labelled file')
  if (provenance) throw needsLabels('--provenance is written beside the labelled file')
  if (spreadsheetSafe) throw needsLabels('--spreadsheet-safe is about the labelled file')
  if (agreement !== null) throw needsLabels('--agreement adds a column to the labelled file')
  if (Object.keys(status).length > 0)
    throw needsLabels('--unclassified and --outliers add a column to the labelled file')
  return null
}

function agreementOf({ agreement = false, 'agreement-gap': gap }: Values): number | null {
  if (agreement)
    return number('--agreement-gap', gap ?? String(GOOD_GAP), 'a number of 0 or more', (n) => n >= 0)
  if (gap === undefined) return null
  throw new UsageError('--agreement-gap says which solutions --agreement counts: give --agreement too.')
}

function statusOf({ unclassified, outliers }: Values): LabelCommand['status'] {
  const shareOf = (option: string, text: string, most: number) =>
    number(option, text, `a number above 0, at most ${most}`, (n) => n > 0 && n <= most)
  return {
    ...(unclassified === undefined ? {} : { unclassified: shareOf('--unclassified', unclassified, 1) }),
    ...(outliers === undefined ? {} : { outliers: shareOf('--outliers', outliers, 0.5) }),
  }
}

/** `out/labelled.csv.gz` has its provenance in `out/labelled.basin.json`. */
function provenanceBeside(labels: string): string {
  const stem = basename(labels)
    .replace(/\.gz$/i, '')
    .replace(/(?<=.)\.[^.]+$/, '')
  return join(dirname(labels), `${stem}.basin.json`)
}

const needsLabels = (why: string) => new UsageError(`${why}: give --labels OUT.csv too.`)
