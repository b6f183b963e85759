import { resolve } from 'node:path'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { ExportView } from '../../contract/views.ts'
import { cancelled } from '../work.ts'
import type { AgreementColumn } from './agreement-column.ts'
import type { MergedColumn } from './merged-column.ts'
import { stageLabelledCsv, type LabelledCsv } from './labelled-csv.ts'
import { stageProvenance, type Provenance } from './provenance.ts'
import type { StatusColumn } from './status-column.ts'
import { refuseSource, type Staged } from './target.ts'

/** Where labels are to be written, and how. Paths. */
export interface LabelTargets {
  target: string
  name: string
  posteriors: boolean
  /** Null where they are not wanted. */
  agreement: AgreementColumn | null
  merged: MergedColumn | null
  status: StatusColumn | null
  spreadsheetSafe: boolean
  /** Null where the labels are to be written without their provenance. */
  provenance: string | null
}

/** The labelled file and, where it is wanted, how it came about: both, or neither. */
export async function writeLabels(
  rows: Pick<LabelledCsv, 'pool' | 'dataset' | 'columns' | 'mixture' | 'control' | 'labelled'>,
  targets: LabelTargets,
  origin: Pick<Provenance, 'model' | 'fitted' | 'diagnosis' | 'used' | 'version'>,
): Promise<ExportView> {
  const { provenance, ...csv } = targets
  if (provenance !== null) {
    await refuseSource(provenance, rows.dataset.path)
    if (resolve(provenance) === resolve(csv.target)) throw sameFile()
  }
  const extras = [csv.status, csv.merged, csv.agreement].filter((column) => column !== null)
  const file = await stageLabelledCsv({ ...rows, ...csv, extras })
  let record: Staged<void> | null = null
  try {
    const made = { ...origin, ...csv, dataset: rows.dataset, labelled: file.value }
    if (provenance !== null) record = await stageProvenance(provenance, made)
    if (!rows.control.seal()) throw cancelled()
    await file.commit()
  } catch (thrown) {
    await Promise.all([file.abandon(), record?.abandon()])
    throw thrown
  }
  await record?.commit().catch((thrown: unknown) => {
    throw withLabels(thrown, csv.name)
  })
  return file.value.view
}

/** The one failure that comes when the labels have their name already. */
function withLabels(thrown: unknown, name: string): EngineError {
  const { code, message, said } = EngineError.from(thrown)
  return new EngineError(
    code,
    phrase('{failure} “{name}” is written.', { failure: said?.message ?? message, name }),
    phrase('Export again under another name.'),
  )
}

const sameFile = () =>
  new EngineError(
    'target-unwritable',
    phrase('The labelled file and its provenance cannot be one file.'),
    phrase('Choose another name for one of them.'),
  )
