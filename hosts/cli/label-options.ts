import { basename, dirname, join } from 'node:path'
import { UsageError } from './usage-error.ts'

/** Options of the labelled file. */
export const LABEL_OPTIONS = {
  labels: { type: 'string' },
  posteriors: { type: 'boolean' },
  provenance: { type: 'boolean' },
  'spreadsheet-safe': { type: 'boolean' },
} as const

/** The labelled file as it was asked for; `provenance` is a path. */
export interface LabelCommand {
  path: string
  posteriors: boolean
  spreadsheetSafe: boolean
  provenance: string | null
}

interface Values {
  labels?: string
  posteriors?: boolean
  provenance?: boolean
  'spreadsheet-safe'?: boolean
}

/** Null where no labelled file is wanted. Throws UsageError where something is asked of it all the same. */
export function labelsOf(values: Values): LabelCommand | null {
  const { labels, posteriors = false, provenance = false } = values
  const spreadsheetSafe = values['spreadsheet-safe'] ?? false
  if (labels !== undefined)
    return {
      path: labels,
      posteriors,
      spreadsheetSafe,
      provenance: provenance ? provenanceBeside(labels) : null,
    }
  if (posteriors) throw needsLabels('--posteriors adds columns to the labelled file')
  if (provenance) throw needsLabels('--provenance is written beside the labelled file')
  if (spreadsheetSafe) throw needsLabels('--spreadsheet-safe is about the labelled file')
  return null
}

/** `out/labelled.csv.gz` has its provenance in `out/labelled.basin.json`. */
function provenanceBeside(labels: string): string {
  const stem = basename(labels)
    .replace(/\.gz$/i, '')
    .replace(/(?<=.)\.[^.]+$/, '')
  return join(dirname(labels), `${stem}.basin.json`)
}

const needsLabels = (why: string) => new UsageError(`${why}: give --labels OUT.csv too.`)
