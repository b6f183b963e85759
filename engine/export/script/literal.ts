/** A double as the shortest text that is read back as the same, of at most 17 significant digits. */
export function numberText(value: number): string {
  return String(value)
}

/** A text as a literal of Python. */
export function pythonText(text: string): string {
  return escaped(text, (code) =>
    code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`,
  )
}

/** A text as a literal of R, the same in every locale. */
export function rText(text: string): string {
  return escaped(text, (code) => `\\${code > 0xffff ? 'U' : 'u'}{${code.toString(16)}}`)
}

function escaped(text: string, character: (code: number) => string): string {
  const marks: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
  const safe = Array.from(text, (one) => {
    const code = one.codePointAt(0) ?? 0
    return marks[one] ?? (code < 0x20 || code > 0x7e ? character(code) : one)
  })
  return `"${safe.join('')}"`
}

const WIDTH = 100

/** Values joined by commas, in lines of some 100 characters that begin with `indent`. */
export function wrapped(items: readonly string[], indent: string): string {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last !== undefined && indent.length + last.length + item.length < WIDTH) {
      lines[lines.length - 1] = `${last}, ${item}`
    } else lines.push(item)
  }
  return lines.map((line) => `${indent}${line}`).join(',\n')
}

/** Values between two brackets: on one line where that is short, else on lines of their own. */
export function listed(open: string, items: readonly string[], close: string, indent = ''): string {
  const line = `${open}${items.join(', ')}${close}`
  return line.length < WIDTH - 20 - indent.length
    ? line
    : `${open}\n${wrapped(items, `${indent}  `)}\n${indent}${close}`
}
