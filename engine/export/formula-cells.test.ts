import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulaMarks, type CellMarks } from './formula-cells.ts'

const comma = { delimiter: ',', quote: '"' }

function safe(line: string, marks: CellMarks = comma, isNumber: Parameters<typeof formulaMarks>[2] = null) {
  let text = ''
  let behind = 0
  for (const { at, text: mark } of formulaMarks(line, marks, isNumber)) {
    text += line.slice(behind, at) + mark
    behind = at
  }
  return text + line.slice(behind)
}

describe('cells that a spreadsheet would run', () => {
  it.each([
    ['=1+1,b', "'=1+1,b"],
    ['a,+cmd|calc', "a,'+cmd|calc"],
    ['a,-x,@SUM(A1)', "a,'-x,'@SUM(A1)"],
    ['\tx,y', "'\tx,y"],
    ['"=HYPERLINK(""u"",""v"")",2', '"\'=HYPERLINK(""u"",""v"")",2'],
    ['"\r=1",2', '"\'\r=1",2'],
    ['a,"b,=c",=d', 'a,"b,=c",\'=d'],
    ['"a"b,=c",=d', '"a"b,=c",\'=d'],
    ['"a" ,=d', '"a" ,\'=d'],
  ])('get an apostrophe in front: %j', (line, expected) => {
    expect(safe(line)).toBe(expected)
  })

  it.each(['a,b', '-1.5,+2', '"-1,5",x', '-.5e-7,1', 'a=b,c-d', ',,', '', '\t5,x', 'a, =b'])(
    'are no others: %j',
    (line) => {
      expect(safe(line)).toBe(line)
    },
  )

  it('are those of a column of numbers that are not read as numbers', () => {
    const isNumber = (column: number) => (column === 0 ? true : column === 1 ? false : null)
    expect(safe('-1 200,-1 200,-1 200', comma, isNumber)).toBe("-1 200,'-1 200,'-1 200")
    expect(safe('-5,-5,-5', comma, isNumber)).toBe("-5,'-5,-5")
  })

  it('are quoted where apostrophes quote cells', () => {
    const marks = { delimiter: ';', quote: "'" }
    expect(safe("=a'b;'=c';x", marks)).toBe("'''=a''b';'''=c';x")
  })

  it('are found between blanks', () => {
    expect(safe('  1  =a "=b c"', { delimiter: ' ', quote: '"' })).toBe('  1  \'=a "\'=b c"')
  })

  it('are left nowhere, and nothing else is changed', () => {
    const cell = fc.stringMatching(/^[=+\-@\ta1 ]{0,4}$/)
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.boolean(), (cells, quoted) => {
        const written = cells.map((text) => (quoted ? `"${text}"` : text))
        const read = safe(written.join(','))
          .split(',')
          .map((text) => (quoted ? text.slice(1, -1) : text))
        read.forEach((text, i) => {
          expect([cells[i], `'${cells[i]}`]).toContain(text)
          if (/^[=@]/.test(cells[i])) expect(text).toBe(`'${cells[i]}`)
          if (/^\s*[+-]?1+\s*$/.test(cells[i])) expect(text).toBe(cells[i])
        })
      }),
    )
  })
})
