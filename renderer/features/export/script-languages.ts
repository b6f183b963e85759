export type ScriptLanguage = 'python' | 'r'

/** What a script can be written in, as a person reads it. */
export const SCRIPT_LANGUAGES: Readonly<Record<ScriptLanguage, string>> = {
  python: 'Python (scikit-learn)',
  r: 'R (mclust)',
}
