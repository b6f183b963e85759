import { say } from '../../../contract/words/say.ts'
import type { EngineState } from '../../stores/engine.ts'
import type { SettingsField } from '../../stores/settings-form.ts'

export interface Readiness {
  open: boolean
  engine: EngineState
  running: boolean
  stopping: boolean
  errors: Partial<Record<SettingsField, string>>
}

const FIELD_NAMES: Partial<Record<SettingsField, string>> = {
  components: say('Components'),
  restarts: say('Restarts'),
  seed: say('Seed'),
  tolerance: say('Tolerance'),
  maxIterations: say('Iteration limit'),
  regularisation: say('Regularisation'),
  covariances: say('Models to fit'),
  missing: say('Missing cells'),
  refinements: say('Refinements'),
  eigenvalueRatio: say('Eigenvalue ratio'),
}

/** Why Run cannot be pressed, in a few words; empty where it can. */
export function whyNotRun({ open, engine, running, stopping, errors }: Readiness): string {
  if (engine !== 'ready') return say('The engine is not running.')
  if (!open) return say('Open a file first.')
  if (stopping) return say('Stopping: what was found is being gathered.')
  if (running) return say('Esc stops and keeps the results.')
  if (errors.columns !== undefined) return errors.columns
  const wrong = (Object.keys(errors) as SettingsField[]).map((field) => FIELD_NAMES[field] ?? field)
  return wrong.length === 0 ? '' : say('Mend first: {fields}.', { fields: wrong.join(', ') })
}
