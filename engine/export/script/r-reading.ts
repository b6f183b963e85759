import { listed, numberText, rText } from './literal.ts'
import { isPlain, logged, missingTexts, type Reading } from './reading.ts'

/** R that leaves the rows used in X [n × d], by R's own functions. */
export function rReading(reading: Reading, rowsUsed: number, centre: Float64Array): string {
  const { columns, header } = reading
  const plain = isPlain(reading)
  const places = columns.map(({ position }) => String(position + 1))
  const marks = (name: string, of: (format: (typeof columns)[number]['format']) => string) =>
    `${name} <- c(${columns.map(({ format }) => rText(of(format))).join(', ')})\n`
  const formats = plain
    ? ''
    : `# How their numbers are written: decimal mark, mark between thousands, unit.\n${marks('decimal', (f) => f.decimal)}${marks(
        'thousands',
        (f) => f.thousands,
      )}${marks('unit', (f) => f.unit)}`
  const more = plain ? '' : ', decimal[j], thousands[j], unit[j]'
  return `${texts(reading)}
cells <- read.table(text = text, ${tableOptions(reading)},
  col.names = paste0("V", 1:${reading.width}), header = FALSE, colClasses = "character", fill = TRUE,
  comment.char = "", na.strings = character())

# The columns as Basin read them: their places${header ? ', with a look at their names' : ''}.
place <- ${listed('c(', places, ')')}
${headerCheck(reading)}${formats}missing <- ${listed('c(', missingTexts(reading).map(rText), ')')}
${numberFunction(plain)}
X <- sapply(seq_along(place), function(j) number(cells[[place[j]]]${more}))
X <- matrix(X, ncol = length(place))
${logarithms(reading)}X <- X[rowSums(!is.finite(X)) == 0, , drop = FALSE]  # rows with a missing value are left out
seen <- ${listed('c(', Array.from(centre, numberText), ')')}
stopifnot(
  "not as many rows can be used as Basin used" = nrow(X) == ${rowsUsed},
  "the columns do not have the means that Basin saw" = abs(colMeans(X) - seen) <=
    1e-9 * (abs(seen) + apply(X, 2, sd))
)`
}

function logarithms(reading: Reading): string {
  const places = logged(reading).map((at) => String(at + 1))
  if (places.length === 0) return ''
  const at = `X[, c(${places.join(', ')})]`
  return `${at} <- log(${at})  # natural logarithms, as in Basin\n`
}

function texts({ encoding, gzip, skip, comment }: Reading): string {
  const lines = encoding.startsWith('utf-16')
    ? [
        gzip
          ? 'bytes <- memDecompress(readBin(path, "raw", file.size(path)), "gzip")'
          : 'bytes <- readBin(path, "raw", file.size(path))',
        `text <- strsplit(iconv(list(bytes), "${encoding.toUpperCase()}", "UTF-8"), "\\r\\n|\\r|\\n")[[1]]`,
      ]
    : [
        `text <- iconv(readLines(path, warn = FALSE), "${encoding.toUpperCase()}", "UTF-8", sub = "?")${
          gzip ? '  # unpacks it too' : ''
        }`,
      ]
  lines.push('text[1] <- sub("^\\ufeff", "", text[1])')
  if (skip > 0) lines.push(`text <- tail(text, -${skip})  # without what stands above the table`)
  if (comment !== '') lines.push(`text <- text[!startsWith(text, ${rText(comment)})]`)
  return lines.join('\n')
}

function tableOptions({ delimiter, quote }: Reading): string {
  return `sep = ${delimiter === ' ' ? '""' : rText(delimiter)}, quote = ${rText(quote)}`
}

function headerCheck({ header, columns }: Reading): string {
  if (!header) return ''
  const names = columns.map(({ name }) => (name === null ? 'NA' : rText(name.trim())))
  const shifted = columns.some(({ position, place }) => position !== place)
  return `name <- ${listed('c(', names, ')')}
stopifnot("the columns have other names" = name == trimws(unlist(cells[1, place${shifted ? ' - 1' : ''}])) | is.na(name))
cells <- cells[-1, ]
`
}

function numberFunction(plain: boolean): string {
  const marks = plain
    ? ''
    : `
  if (unit != "") text <- trimws(gsub(unit, "", text, fixed = TRUE), whitespace = "[\\\\h\\\\v]")
  if (thousands != "") {
    mark <- switch(thousands, " " = "[ \\u00a0\\u2009\\u202f]", "'" = "['\\u2019]", paste0("[", thousands, "]"))
    grouped <- grepl(paste0("^[+-]?[0-9]{1,3}(", mark, "[0-9]{3})+([", decimal, "eE]|$)"), text)
    text[grouped] <- gsub(mark, "", text[grouped])
  }
  if (decimal == ",") text <- chartr(".,", "?.", text)`
  return `number <- function(cell${plain ? '' : ', decimal, thousands, unit'}) {
  text <- gsub("\\u2212", "-", trimws(cell, whitespace = "[\\\\h\\\\v]"), fixed = TRUE)${plain ? '' : marks.replace(/^/, '\n  absent <- tolower(text) %in% missing')}
  ok <- grepl("^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$", text)${
    plain ? ' & !(tolower(text) %in% missing)' : ' & !absent'
  }
  as.numeric(ifelse(ok, text, NA))
}`
}
