import type { FitSettings } from '../../contract/schemas.ts'
import { scriptRefusal } from '../../engine/index.ts'
import { UsageError } from './usage-error.ts'

/** Where a script of the best fit goes, and in which language. */
export interface ScriptCommand {
  path: string
  language: 'python' | 'r'
}

/** `--script`: the ending of the name says which language. Throws UsageError on any other. */
export function scriptOption(path: string | undefined): ScriptCommand | null {
  if (path === undefined) return null
  if (/\.py$/i.test(path)) return { path, language: 'python' }
  if (/\.r$/i.test(path)) return { path, language: 'r' }
  throw new UsageError(`--script writes Python (NAME.py) or R (NAME.R), not “${path}”.`)
}

/** Refuses before the fit a script that none of its models could have. Throws the engine's refusal of the first. */
export function checkScript(script: ScriptCommand | null, settings: FitSettings): void {
  if (script === null) return
  const refusals = settings.covariances.map((covariance) =>
    scriptRefusal(script.language, covariance, settings.columns.length, settings),
  )
  const [first] = refusals
  if (first !== null && first !== undefined && !refusals.includes(null)) throw first
}
