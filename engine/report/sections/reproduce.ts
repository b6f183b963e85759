import { plainJson } from '../../../contract/plain-json.ts'
import { markup, paragraph, plain, section, type Markup, type Part } from '../markup.ts'
import { modelFileOf } from '../../export/model-file.ts'
import { commandLacks, commandOf, fileArgument, shellText } from '../command.ts'
import type { ReportFacts } from '../facts.ts'

/** The longest model that is written out: more is no reading matter, and has a file of its own. */
const MOST_CHARACTERS = 100_000

/** How to come to the same result again. */
export function reproduceSection(facts: ReportFacts): Markup {
  const { fit, told, dataset, version } = facts
  const args = commandOf(fit)
  const command = shellText('basin', [...args, '--report', 'report.html', '--model', 'model.json'])
  const hidden = plain(dataset.name) !== dataset.name
  return section(
    'reproduce',
    'How to come to the same result',
    paragraph(
      `The file (SHA-256 above), the settings and the seed decide everything: the number of threads and the machine do not. With Basin ${version} the same fit is run in a terminal by`,
    ),
    markup`<pre><code>${command}</code></pre>
`,
    commandLacks(fit).map((sentence) => paragraph(sentence)),
    hidden ? paragraph('The name of the file has characters that cannot be shown; give it as it is.') : null,
    told === null
      ? null
      : paragraph(
          `Shown here is restart ${told.restart.id}, whose own seed is ${told.restart.seed}. `,
          'A program for Python (scikit-learn) or R (mclust) that starts from stored parameters and gives the same fit is saved by “Save script…” in the application, or by --script OUT.py or OUT.R on the command line. The session (“Save session”) reopens exactly here.',
        ),
    modelPart(facts),
  )
}

function modelPart({ told, version, dataset }: ReportFacts): Part {
  if (told === null) return null
  const text = plainJson(modelFileOf(told.fitted, version))
  if (text.length > MOST_CHARACTERS)
    return paragraph('The model is too large to be written out here: --model writes it as a file.')
  return markup`<details class="model"><summary>The model as a file</summary>
<p>Saved as model.json, this text labels rows by <code>${shellText('basin', ['score', 'model.json', fileArgument(dataset.name)])}</code>; its numbers are exact.</p>
<pre><code>${text}</code></pre></details>
`
}
