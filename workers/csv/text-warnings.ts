import type { Warning } from '../../contract/views.ts'
import { phrase, told, type Phrase } from '../../contract/words/say.ts'
import type { LeftOut } from './left-out.ts'

/** What a person should know about the text of a file, whatever its table holds. */
export interface TextFacts {
  comments: LeftOut
  /** What the comments begin with. */
  mark: string
  /** Between rows. */
  blankLines: LeftOut
  /** The columns, where these can be one or several; null where there is no doubt. */
  ambiguousDelimiter: number | null
  /** Nobody said that it is Windows-1252, and the bytes only tell that it is not UTF-8. */
  guessedEncoding: boolean
  /** It was said to be UTF-8 and is not throughout. */
  invalidUtf8: boolean
}

export function textWarnings({
  comments,
  mark,
  blankLines,
  ambiguousDelimiter,
  guessedEncoding,
  invalidUtf8,
}: TextFacts): Warning[] {
  return [
    ...leftOut('comment-lines', comments, (n) =>
      n === 1
        ? phrase('Line {line} begins with “{mark}” and is left out as a comment.', {
            line: comments.firstLine,
            mark,
          })
        : phrase('{n} lines begin with “{mark}” and are left out as comments, the first on line {line}.', {
            n,
            mark,
            line: comments.firstLine,
          }),
    ),
    ...leftOut('blank-lines', blankLines, (n) =>
      n === 1
        ? phrase('Line {line}, between the rows, is blank and is left out.', { line: blankLines.firstLine })
        : phrase('{n} blank lines between the rows are left out, the first is line {line}.', {
            n,
            line: blankLines.firstLine,
          }),
    ),
    ...(ambiguousDelimiter === null ? [] : [ambiguous(ambiguousDelimiter)]),
    ...(guessedEncoding ? [guessed()] : []),
    ...(invalidUtf8 ? [invalid()] : []),
  ]
}

function leftOut(
  code: 'comment-lines' | 'blank-lines',
  { count, firstLine }: LeftOut,
  words: (count: number) => Phrase,
): Warning[] {
  return count === 0 ? [] : [{ code, ...told(words(count)), line: firstLine, count }]
}

function ambiguous(columns: number): Warning {
  const said =
    columns === 1
      ? phrase(
          'Every line can be one number or several, cut at the mark inside; it is read as one. If it is meant as several columns, choose the delimiter.',
        )
      : phrase(
          'Every line can be one number or several, cut at the mark inside; it is read as {columns} columns. If it is meant as one number, choose another delimiter.',
          { columns },
        )
  return { code: 'ambiguous-delimiter', ...told(said) }
}

function guessed(): Warning {
  return {
    code: 'encoding-guessed',
    ...told(
      phrase(
        'The bytes are not UTF-8, so the text is read as Windows-1252 (Western European). If letters with marks look wrong, choose another encoding.',
      ),
    ),
  }
}

function invalid(): Warning {
  return {
    code: 'encoding',
    ...told(
      phrase(
        'Some characters are not valid UTF-8 and show as “\ufffd”. Another encoding, such as Windows-1252, may fit.',
      ),
    ),
  }
}
