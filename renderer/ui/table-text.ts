/** A cell of a table as it stands on the page. */
export interface TableCell {
  text: string
  /** What it stands for to its last digit, where that is more than what is shown. */
  full?: string | undefined
  columns: number
  rows: number
}

/** Figures as the screen writes them: separators between thousands, a true minus sign, a power of ten. */
const FIGURE = /^[−-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?(e[−-]?\d+)?$/

/**
 * Cells as text with tabs between them, numbers as programs read them: no separators, a plain minus sign. A cell that spans rows
 * stands in each of them; one that spans columns stands in the first.
 */
export function tableText(rows: readonly (readonly TableCell[])[]): string {
  const lines: (string | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, at) => {
    let column = 0
    for (const cell of cells) {
      while (lines[at]?.[column] !== undefined) column++
      for (let down = 0; down < cell.rows; down++)
        for (let across = 0; across < cell.columns; across++) {
          const line = lines[at + down]
          if (line !== undefined) line[column + across] = across === 0 ? cellText(cell) : ''
        }
    }
  })
  return lines.map((line) => Array.from(line, (text) => text ?? '').join('\t')).join('\n')
}

function cellText({ text, full }: TableCell): string {
  const plain = (full === undefined || full === 'NaN' ? text : full).replace(/\s+/g, ' ').trim()
  return FIGURE.test(plain) ? plain.replaceAll(',', '').replaceAll('−', '-') : plain
}

/** The cells of a table without what is there for the eye alone. */
export function cellsOf(table: HTMLTableElement): TableCell[][] {
  return [...table.rows].map((row) =>
    [...row.cells].map((cell) => ({
      text: textOf(cell),
      full: cell.dataset['full'],
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
