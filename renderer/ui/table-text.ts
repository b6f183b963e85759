/** A cell of a table as it stands on the page. */
export interface TableCell {
  text: string
  /** What it stands for to its last digit, where that is more than what is shown. */
  full?: string | undefined
  columns: number
  rows: number
}

/** How the screen writes numbers. */
interface Marks {
  group: string
  decimal: string
}

/**
 * Cells as text with tabs between them, numbers as programs read them: no separators, a plain minus sign. A cell that spans rows
 * stands in each of them; one that spans columns stands in the first.
 */
export function tableText(rows: readonly (readonly TableCell[])[], marks: Marks): string {
  const lines: (string | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, at) => {
    let column = 0
    for (const cell of cells) {
      while (lines[at]?.[column] !== undefined) column++
      for (let down = 0; down < cell.rows; down++)
        for (let across = 0; across < cell.columns; across++) {
          const line = lines[at + down]
          if (line !== undefined) line[column + across] = across === 0 ? cellText(cell, marks) : ''
        }
    }
  })
  return lines.map((line) => Array.from(line, (text) => text ?? '').join('\t')).join('\n')
}

function cellText({ text, full }: TableCell, marks: Marks): string {
  if (full !== undefined && full !== 'NaN') return oneLine(full)
  return plainFigure(text.trim(), marks) ?? oneLine(text)
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A figure as the screen writes it (1,130.264 or −2.5e−7) as programs read it; null where the text is none. */
function plainFigure(text: string, { group, decimal }: Marks): string | null {
  const [whole = '', ...rest] = text.replaceAll('−', '-').split(decimal)
  const parts = whole.replace(/^-/, '').split(group)
  const isGrouped = parts.length > 1
  const even = parts.every((part, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part))
  if (isGrouped && !even) return null
  const plain = [whole.split(group).join(''), ...rest].join('.')
  return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(plain) ? plain : null
}

/** The cells of a table without what is there for the eye alone; of one with `data-raw` every text is what it stands for. */
export function cellsOf(table: HTMLTableElement): TableCell[][] {
  return [...table.rows].map((row) =>
    [...row.cells].map((cell) => ({
      text: textOf(cell),
      full: table.dataset['raw'] === undefined ? cell.dataset['full'] : textOf(cell),
      columns: cell.colSpan,
      rows: cell.rowSpan,
    })),
  )
}

function textOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement
  for (const part of copy.querySelectorAll('[aria-hidden=true], svg, canvas')) part.remove()
  for (const field of copy.querySelectorAll('input')) field.replaceWith(valueOf(field))
  return copy.textContent
}

const valueOf = (field: HTMLInputElement): string =>
  field.type === 'checkbox' ? (field.checked ? 'yes' : 'no') : field.value
