import { HIDDEN } from '../../contract/plain-json.ts'

/** Text that is HTML already. */
export interface Markup {
  readonly html: string
}

export type Part = Markup | string | null | readonly Part[]

/** HTML from a template: every text put into it is escaped, and only `Markup` goes in as it is. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const text = strings.reduce((all, string, at) => `${all}${rendered(parts[at - 1] ?? null)}${string}`)
  return { html: text }
}

function rendered(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return escapeText(plain(part))
  if ('html' in part) return part.html
  return part.map(rendered).join('')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeText = (text: string) => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark])

/** The text with a mark (U+FFFD) for each character that hides or turns others. */
export function plain(text: string): string {
  return text.replace(HIDDEN, '\ufffd')
}

const LONGEST_NAME = 60

/** A name from the file or of a person, set apart from the direction of the text around it; cut where it is very long. */
export function nameOf(name: string, longest = LONGEST_NAME): Markup {
  return markup`<bdi>${cut(name, longest)}</bdi>`
}

/** On one line, and no longer than that. */
export function cut(name: string, longest = LONGEST_NAME): string {
  const line = name.replace(/\s+/g, ' ')
  const letters = Array.from(line.slice(0, 2 * longest))
  return letters.length <= longest && line.length <= 2 * longest
    ? line
    : `${letters.slice(0, longest).join('')}…`
}

/** Names with commas and an “and”. */
export function listed(names: readonly Part[]): Part[] {
  return names.map((name, at) => [at === 0 ? '' : at === names.length - 1 ? ' and ' : ', ', name])
}

interface Column {
  head: Part
  /** Numbers stand to the right. */
  number?: boolean
}

/** Paper keeps a table of so many rows in one piece. */
const SHORT = 14

/** A table with heads; the first cell of each row is its head. */
export function table(caption: Part, columns: readonly Column[], rows: readonly (readonly Part[])[]): Markup {
  const kind = (at: number) => (columns[at]?.number === true ? markup` class="number"` : null)
  return markup`<div class="scroll${rows.length <= SHORT ? ' short' : null}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ head }, at) => markup`<th scope="col"${kind(at)}>${head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (
    cells,
  ) => markup`<tr>${cells.map((cell, at) => (at === 0 ? markup`<th scope="row"${kind(at)}>${cell}</th>` : markup`<td${kind(at)}>${cell}</td>`))}</tr>
`,
)}</tbody>
</table></div>
`
}

/** A part of the document under a head. */
export function section(id: string, title: string, ...parts: Part[]): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${parts}</section>
`
}

export const paragraph = (...parts: Part[]): Markup => markup`<p>${parts}</p>
`
