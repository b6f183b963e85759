import { format } from 'prettier'
import type { Part, Table } from './part.ts'
import type { Run, Runs } from './runs.ts'

const INTRODUCTION = `# Reliability

What Basin is put through, what it survived and what was lost. \`npx node bench/reliability.ts\` runs all of it and writes this page; with
names of parts it runs those alone. Every figure was printed by the commands named beside it, on the machine and day that stand with it.
`

/** The page, from the last run of each part. */
export function pageOf(parts: readonly Part[], runs: Runs): Promise<string> {
  const sections = parts.map((part) => sectionOf(part, runs[part.name]))
  return format([INTRODUCTION, ...sections].join('\n'), { parser: 'markdown', printWidth: 110 })
}

function sectionOf({ name, title, about }: Part, run: Run | undefined): string {
  const lines = [`## ${title}`, about]
  if (run === undefined)
    return [...lines, `Not run yet: \`npx node bench/reliability.ts ${name}\`.`, ''].join('\n\n')
  lines.push(
    `\`npx node bench/reliability.ts ${name}\`, ${run.date}, ${run.seconds} s; ${run.machine}.`,
    ...run.tables.map(tableOf),
    run.failures.length === 0
      ? 'All of it held.'
      : `Did not hold:\n\n${run.failures.map((failure) => `- ${failure}`).join('\n')}`,
  )
  return [...lines, ''].join('\n\n')
}

function tableOf({ head, rows, note }: Table): string {
  const isNumber = head.map((_, at) => rows.every((row) => /^[−-]?[\d,.]+$/.test(row[at])))
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`
  const rule = isNumber.map((right) => (right ? '--:' : '---'))
  const table = [line(head), line(rule), ...rows.map(line)].join('\n')
  return note === undefined ? table : `${table}\n\n${note}`
}

const escaped = (cell: string) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')
