import { causeSentences, findingSentence, rowsSentence } from '../../../contract/finding-words.ts'
import { remedyWords } from '../../../contract/words/remedy-words.ts'
import type { ReportFacts, Told } from '../facts.ts'
import { markup, paragraph, section, type Markup } from '../markup.ts'

/** What is wrong with the restart told of, why, and what could be done. */
export function diagnosisSection({ dataset }: ReportFacts, { diagnosis, solution }: Told): Markup {
  const { findings } = diagnosis
  const known = new Set(findings.map(({ code }) => code as string))
  const others = (solution?.warnings ?? []).filter(({ code }) => !known.has(code))
  const nameOf = (column: number) => dataset.file.columns[column]?.name ?? `column ${column + 1}`
  if (findings.length === 0 && others.length === 0)
    return section(
      'diagnosis',
      'Diagnosis',
      paragraph(
        'Nothing was found: no component on a few rows or a flat direction, none that coincide, none without rows, and the restart converged.',
      ),
    )
  return section(
    'diagnosis',
    'Diagnosis',
    markup`<ul>${findings.map((finding) => {
      const sentences = [
        findingSentence(finding, diagnosis),
        ...causeSentences(finding, diagnosis),
        ...rowsSentence(finding),
      ]
      const remedies = finding.remedies.map((each) => remedyWords(each, nameOf).label)
      return markup`<li>${sentences.join(' ')}${remedies.length === 0 ? '' : ` What can be done: ${remedies.join('; ')}.`}</li>
`
    })}${others.map(
      ({ message }) => markup`<li>${message}</li>
`,
    )}</ul>`,
  )
}
