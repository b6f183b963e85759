import { resolve } from 'node:path'
import { EngineError } from '../../contract/errors.ts'
import type { ExportView } from '../../contract/views.ts'
import { writeLabelledCsv, type LabelledCsv } from './labelled-csv.ts'
import { writeProvenance, type Provenance } from './provenance.ts'
import { refuseSource } from './target.ts'

/** Where labels are to be written, and how. Paths. */
export interface LabelTargets {
  target: string
  name: string
  posteriors: boolean
  spreadsheetSafe: boolean
  /** Null where the labels are to be written without their provenance. */
  provenance: string | null
}

/** The labelled file; then, where it is wanted, how it came about. */
export async function writeLabels(
  rows: Pick<LabelledCsv, 'pool' | 'dataset' | 'columns' | 'mixture' | 'control' | 'labelled'>,
  targets: LabelTargets,
  origin: Pick<Provenance, 'model' | 'fitted' | 'used' | 'version'>,
): Promise<ExportView> {
  const { provenance, ...csv } = targets
  if (provenance !== null) {
    await refuseSource(provenance, rows.dataset.path)
    if (resolve(provenance) === resolve(csv.target)) throw sameFile()
  }
  const labelled = await writeLabelledCsv({ ...rows, ...csv })
  if (provenance !== null)
    await writeProvenance(provenance, { ...origin, ...csv, dataset: rows.dataset, labelled })
  return labelled.view
}

const sameFile = () =>
  new EngineError(
    'target-unwritable',
    'The labelled file and its provenance cannot be one file.',
    'Choose another name for one of them.',
  )
