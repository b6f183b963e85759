import type { DiagnosisView } from '../../contract/diagnosis-views.ts'
import { causeSentences, findingSentence } from '../../contract/finding-words.ts'
import type { SolutionView } from '../../contract/views.ts'

/**
 * What is wrong with a restart and its solution, as files have it: components and rows count from 1, of rows those of the file. Empty
 * where nothing is. `solution` is null while the fit has none.
 */
export function diagnosisRecord(diagnosis: DiagnosisView, solution: SolutionView | null): object[] {
  const found = diagnosis.findings.map((finding) => ({
    code: finding.code,
    message: [findingSentence(finding, diagnosis), ...causeSentences(finding, diagnosis)].join(' '),
    components: finding.components.map((component) => component + 1),
    rows: finding.rows?.count ?? null,
    lines: finding.rows?.lines ?? [],
  }))
  const known = new Set<string>(found.map(({ code }) => code))
  const others = (solution?.warnings ?? []).filter(({ code }) => !known.has(code))
  return [
    ...found,
    ...others.map(({ code, message }) => ({ code, message, components: [], rows: null, lines: [] })),
  ]
}
