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
  components: 'Components',
  restarts: 'Restarts',
  seed: 'Seed',
  tolerance: 'Tolerance',
  maxIterations: 'Iteration limit',
  regularisation: 'Regularisation',
  covariances: 'Models to fit',
  missing: 'Missing cells',
  refinements: 'Refinements',
  eigenvalueRatio: 'Eigenvalue ratio',
}

/** Why Run cannot be pressed, in a few words; empty where it can. */
export function whyNotRun({ open, engine, running, stopping, errors }: Readiness): string {
  if (engine !== 'ready') return 'The engine is not running.'
  if (!open) return 'Open a file first.'
  if (stopping) return 'Stopping: what was found is being gathered.'
  if (running) return 'Esc stops and keeps the results.'
  if (errors.columns !== undefined) return errors.columns
  const wrong = (Object.keys(errors) as SettingsField[]).map((field) => FIELD_NAMES[field] ?? field)
  return wrong.length === 0 ? '' : `Mend first: ${wrong.join(', ')}.`
}
