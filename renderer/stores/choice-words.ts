import { say } from '../../contract/words/say.ts'
import type { SettingsField, SettingsForm } from './settings-form.ts'

const FIELDS: Record<SettingsField, string> = {
  columns: say('columns'),
  weights: say('row weights'),
  weightKind: say('what row weights mean'),
  missing: say('missing cells'),
  noise: say('noise component'),
  scaling: say('scaling'),
  components: say('components'),
  covariance: say('covariance model'),
  covariances: say('covariance models'),
  initialisation: say('initialisation'),
  restarts: say('restarts'),
  seed: say('seed'),
  tolerance: say('tolerance'),
  maxIterations: say('most iterations'),
  regularisationKind: say('regularisation'),
  regularisation: say('regularisation'),
  strategy: say('strategy'),
  refinements: say('refinements'),
  prior: say('prior'),
  eigenvalueRatio: say('eigenvalue ratio'),
  acceleration: say('acceleration'),
  subsample: say('short runs on a sample'),
  criterion: say('criterion'),
}

/** The fields of the settings in which two forms differ. */
function changedFields(before: SettingsForm, after: SettingsForm): SettingsField[] {
  const fields = Object.keys(FIELDS) as SettingsField[]
  return fields.filter((field) => String(before[field]) !== String(after[field]))
}

const TYPED: ReadonlySet<SettingsField> = new Set([
  'components',
  'restarts',
  'seed',
  'tolerance',
  'maxIterations',
  'regularisation',
  'refinements',
  'eigenvalueRatio',
])

/** The field that is being typed in, as the thread of its letters; null where nothing is typed. */
export function typedThread(before: SettingsForm, after: SettingsForm): string | null {
  const [first] = changedFields(before, after)
  return first !== undefined && TYPED.has(first) ? `settings ${first}` : null
}

/** What was chosen in the settings: the first field stands for what follows from it. */
export function settingsWords(before: SettingsForm, after: SettingsForm): string {
  const [first, ...others] = changedFields(before, after)
  if (first === undefined) return say('settings')
  const followed = others.every((field) => field === 'refinements' || field === 'weights')
  return others.length === 0 || followed ? FIELDS[first] : say('settings')
}

/** What was done with how many restarts. */
export function removalWords(before: readonly string[], after: readonly string[]): string {
  const count = after.length - before.length
  return count > 0
    ? say('{count, plural, one {# restart removed} other {# restarts removed}}', { count })
    : say('{count, plural, one {# restart brought back} other {# restarts brought back}}', { count: -count })
}

type Names = Readonly<Record<number, string>>

/** Which cluster got another name. */
export function namesWords(before: Names, after: Names): string {
  const styles = [...new Set([...Object.keys(before), ...Object.keys(after)])].map(Number)
  const renamed = styles.filter((style) => before[style] !== after[style])
  const [first] = renamed
  return renamed.length === 1 && first !== undefined
    ? say('name of cluster {cluster}', { cluster: first + 1 })
    : say('names of clusters')
}
