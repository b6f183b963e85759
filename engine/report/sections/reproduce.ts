import { plainJson } from '../../../contract/plain-json.ts'
import { markup, paragraph, plain, section, type Markup, type Part } from '../markup.ts'
import { modelFileOf } from '../../export/model-file.ts'
import { formatFixed } from '../../../contract/words/number.ts'
import { besideArguments, commandLacks, commandOf, fileArgument, shellText } from '../command.ts'
import { letterOf } from '../pictures/restarts.ts'
import type { ReportFacts, Told } from '../facts.ts'

/** The longest model that is written out: more is no reading matter, and has a file of its own. */
const MOST_CHARACTERS = 100_000

/** How to come to the same result again. */
export function reproduceSection(facts: ReportFacts): Markup {
  const { asked, fit, told, dataset, version } = facts
  const outputs = ['--report', 'report.html', '--model', 'model.json']
  const command = shellText('basin', [...commandOf(fit), ...besideArguments(dataset, asked), ...outputs])
  const hidden = plain(dataset.name) !== dataset.name
  return section(
    'reproduce',
    'How to come to the same result',
    paragraph(
      `The file (SHA-256 above), the settings and the seed decide everything: the number of threads does not. In Basin ${version}, open the file, make the choices above and press Run; or, in a terminal:`,
    ),
    markup`<pre><code>${command}</code></pre>
`,
    commandLacks(fit).map((sentence) => paragraph(sentence)),
    hidden ? paragraph('The name of the file has characters that cannot be shown; give it as it is.') : null,
    told === null
      ? null
      : paragraph(
          ...endText(facts, told),
          ' A program for Python (scikit-learn) or R (mclust) that starts from stored parameters and gives the same fit is saved by “Save script…” in the application, or by --script OUT.py or OUT.R on the command line. The session (“Save session”) reopens exactly here.',
        ),
    modelPart(facts),
  )
}

/** What comes out, so that a reader can see that it did. */
function endText({ asked, best, summary }: ReportFacts, { restart, solution }: Told): string[] {
  const [letter, id] = solution === null ? ['', null] : [` of solution ${letterOf(solution)}`, solution.id]
  return [
    `Restart ${restart.id} ends at the log-likelihood ${formatFixed(restart.logLikelihood ?? NaN, 4)}${letter}.`,
    id === best || best === null || summary.removed.length > 0
      ? ''
      : ` The command’s own report tells of ${best}, the best; it finds this restart too, and --report report.json lists them all.`,
    asked.stability === undefined && asked.ratioTest === undefined
      ? ''
      : ' Stability and the test have commands of their own: basin stability and basin test.',
  ]
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
