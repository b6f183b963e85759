import { listed, numberText, pythonText } from './literal.ts'
import { isPlain, logged, missingTexts, type Reading } from './reading.ts'

const ENCODINGS: Record<string, string> = {
  'utf-8': 'utf-8-sig',
  'utf-16le': 'utf-16-le',
  'utf-16be': 'utf-16-be',
  'windows-1252': 'cp1252',
}

/** Python that leaves the rows used in X [n × d], by the standard library and numpy. */
export function pythonReading(reading: Reading, rowsUsed: number, centre: Float64Array): string {
  return `${columnTable(reading)}


${numberFunction(reading)}


${opening(reading)}
${records(reading)}
${headerCheck(reading)}
X = np.array([
    [${cellValue(reading)} for ${loop(reading)} in columns]
    for row in rows
])
${logarithms(reading)}X = X[np.isfinite(X).all(axis=1)]  # rows with a missing value are left out
assert len(X) == ${rowsUsed}, f"{len(X)} rows can be used; Basin used ${rowsUsed}"
seen = ${listed('[', Array.from(centre, numberText), ']')}
same = np.allclose(X.mean(axis=0), seen, rtol=1e-9, atol=1e-9 * X.std(axis=0))
assert same, "the columns do not have the means that Basin saw"`
}

function logarithms(reading: Reading): string {
  const places = logged(reading).join(', ')
  return places === ''
    ? ''
    : `X[:, [${places}]] = np.log(X[:, [${places}]])  # natural logarithms, as in Basin\n`
}

function columnTable(reading: Reading): string {
  const plain = isPlain(reading)
  const what = plain ? 'name' : 'name, decimal mark, mark between thousands, unit'
  const lines = reading.columns.map(({ position, name, format: { decimal, thousands, unit } }) => {
    const marks = plain ? [] : [decimal, thousands, unit].map(pythonText)
    return `    (${[String(position), name === null ? 'None' : pythonText(name.trim()), ...marks].join(', ')}),`
  })
  return `# The columns as Basin read them: place (from 0), ${what}.
columns = [
${lines.join('\n')}
]
missing = ${listed('{', missingTexts(reading).map(pythonText), '}')}`
}

function numberFunction(reading: Reading): string {
  const begin = (marks: string) => `def number(cell${marks}):
    """The number that a cell holds; not a number where it is missing or is none."""
    text = cell.strip().replace("\\u2212", "-")
    if text.lower() in missing:
        return float("nan")`
  const end = `    plain = re.fullmatch(r"[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?", text)
    return float(text) if plain else float("nan")`
  if (isPlain(reading)) return `${begin('')}\n${end}`
  return `${begin(', decimal, thousands, unit')}
    if unit:
        text = text.replace(unit, "").strip()
    if thousands:
        mark = {" ": r"\\s", "'": "['\\u2019]"}.get(thousands, re.escape(thousands))
        whole, point, rest = text.partition(decimal)
        if re.fullmatch(rf"[+-]?[0-9]{{1,3}}({mark}[0-9]{{3}})+", whole):
            text = re.sub(mark, "", whole) + point + rest
    if decimal == ",":
        text = text.replace(".", "?").replace(",", ".")
${end}`
}

function opening({ gzip, encoding }: Reading): string {
  const how = `encoding="${ENCODINGS[encoding] ?? 'utf-8-sig'}", errors="replace", newline=""`
  return gzip ? `with gzip.open(path, "rt", ${how}) as file:` : `with open(path, ${how}) as file:`
}

function records({ encoding, skip, comment, delimiter, quote }: Reading): string {
  const steps: string[] = []
  const source = () => (steps.length === 0 ? 'file' : 'lines')
  if (encoding.startsWith('utf-16')) steps.push('(line.lstrip("\\ufeff") for line in file)')
  if (skip > 0)
    steps.push(`itertools.islice(${source()}, ${skip}, None)  # without what stands above the table`)
  if (comment !== '')
    steps.push(`(line for line in ${source()} if not line.startswith(${pythonText(comment)}))`)
  const quoting =
    quote === '' ? 'quoting=csv.QUOTE_NONE' : `quotechar=${quote === '"' ? `'"'` : pythonText(quote)}`
  const blanks = delimiter === ' ' ? ', skipinitialspace=True' : ''
  const cells = `csv.reader(${source()}, delimiter=${pythonText(delimiter)}, ${quoting}${blanks})`
  return [...steps.map((step) => `    lines = ${step}`), `    rows = [row for row in ${cells} if row]`].join(
    '\n',
  )
}

function headerCheck(reading: Reading): string {
  if (!reading.header) return ''
  const shifted = reading.columns.some(({ position, place }) => position !== place)
  const place = shifted ? 'place - 1' : 'place'
  return `header, *rows = rows
for place, name${isPlain(reading) ? '' : ', *_'} in columns:
    assert name in (None, header[${place}].strip()), f"column {place + 1} is {header[${place}]!r}, not {name!r}"`
}

const loop = (reading: Reading) => (isPlain(reading) ? 'place, _' : 'place, _, *marks')
const cellValue = (reading: Reading) =>
  `number(row[place]${isPlain(reading) ? '' : ', *marks'}) if place < len(row) else float("nan")`
