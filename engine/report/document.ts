import type { ReportFacts } from './facts.ts'
import { cut, markup, nameOf, type Markup } from './markup.ts'
import { besideSection } from './sections/beside.ts'
import { certaintySection } from './sections/certainty.ts'
import { choicesSection } from './sections/choices.ts'
import { dataSection } from './sections/data.ts'
import { diagnosisSection } from './sections/diagnosis.ts'
import { landscapeSection } from './sections/landscape.ts'
import { methodsSection } from './sections/methods.ts'
import { modelsSection } from './sections/models.ts'
import { reproduceSection } from './sections/reproduce.ts'
import { solutionSection } from './sections/solution.ts'
import { summarySection } from './sections/summary.ts'
import { limitsSection, wordsSection } from './sections/words.ts'
import { STYLE } from './style.ts'

/** Nothing is fetched, nothing runs, nothing is sent. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A report for people as one HTML document: no script, nothing from elsewhere, pictures as SVG. */
export function documentOf(facts: ReportFacts): string {
  const { dataset, told, version } = facts
  const sections = [
    summarySection(facts),
    dataSection(facts),
    choicesSection(facts),
    landscapeSection(facts),
    modelsSection(facts),
    ...(told === null
      ? []
      : [
          solutionSection(facts, told),
          diagnosisSection(facts, told),
          certaintySection(told),
          besideSection(facts, told),
        ]),
    methodsSection(facts),
    reproduceSection(facts),
    wordsSection(facts),
    limitsSection(),
  ].filter((part) => part !== null)
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Basin ${version}">
<title>Clusters of ${cut(dataset.name, 100)}: report</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<header>
<h1>Clusters of ${nameOf(dataset.name, 100)}</h1>
<p>A report of Gaussian mixtures fitted by Basin ${version}, ${dateOf(facts.now)}</p>
</header>
<nav aria-label="Contents"><ul>${sections.map((part) => linkTo(part))}</ul></nav>
<main>
${sections}</main>
<footer>Made by Basin ${version} from the fit alone; the file of the data is not in it. It runs no script and loads nothing.</footer>
</body>
</html>
`
  return page.html
}

/** In the language of the report and with its zone; in the machine's part as ISO 8601. */
function dateOf(now: Date): Markup {
  const shown = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long' }).format(now)
  return markup`<time datetime="${now.toISOString()}">${shown}</time>`
}

const HEADING = /<section id="([a-z-]+)"[^>]*>\s*<h2[^>]*>([^<]*)<\/h2>/

/** To a section by its own head, which is escaped already. */
function linkTo(part: Markup): Markup | null {
  const found = HEADING.exec(part.html)
  return found === null ? null : { html: `<li><a href="#${found[1]}">${found[2]}</a></li>\n` }
}
