import { expect, test } from 'vitest'
import { sniffDialect } from './dialect.ts'

const sniff = (text: string, complete = true) => sniffDialect(text, complete, 'utf-8', {}).dialect

test.each([
  ['a,b\n1,2\n', ',', '.', true],
  ['a;b\n1,5;2,5\n', ';', ',', true],
  ['a;b\n1.5;2.5\n', ';', '.', true],
  ['1,5;2,5\n3,25;4\n', ';', ',', false],
  ['a\tb\n1,5\t2\n', '\t', ',', true],
  ['a|b\n1|2\n', '|', '.', true],
  ['a b\n1 2\n3 4\n', ' ', '.', true],
  ['1,5 2,5\n3,25 4,5\n', ' ', ',', false],
  ['1, 2.5, 3\n4, 5.5, 6\n', ',', '.', false],
  ['a,b,c\n1,2\n1,2,3,4,5\n6\n7,8,9\n', ',', '.', true],
  ['name,note\nAda,"one; two; three"\nEmmy,"four; five; six"\n', ',', '.', true],
  ['name;note\nAda;one, two\nEmmy;three, four\n', ';', '.', true],
  ['"a","b"\n"1,5","2,25"\n', ',', ',', true],
  ['"a","b"\n"1,500","2,250"\n', ',', '.', true],
  ['size\n1,5\n2,5\n', ';', ',', true],
  ['size\n1.5\n2.5\n', ',', '.', true],
  ['1\n2\n3\n', ',', '.', false],
  ['year,2019,2020\n1,5,6\n2,7,8\n', ',', '.', true],
  ['town,2019,2020\nA,1.5,2.5\nB,3.5,4\n', ',', '.', true],
  ['2001,2002\n2003,2004\n', ',', '.', false],
  ['town,5,6\nA,1.5,2.5\nB,3.5,4\n', ',', '.', false],
  ['a,b,c\nNA,1,x\n2,3,y\n', ',', '.', true],
  ['name,town\nAda,London\nEmmy,London\n', ',', '.', true],
  ['Ada,London\nAda,Paris\n', ',', '.', false],
  ['x,y\n', ',', '.', true],
  ['1,2\n', ',', '.', false],
  ['My table\na;b\n1,5;2,5\n2;3\n', ';', ',', true],
  ['"x"\n"1",1.5\n"2",2.5\n', ',', '.', true],
  ['"x"\n"1" 1.5\n"2" 2.5\n', ' ', '.', true],
  ['name\nAda Lovelace\nEmmy Noether\n', ',', '.', true],
  ['a "b" c\n"x, y" 1 2,5\n"u, v" 3 4,5\n', ' ', ',', true],
  ['"a" "b"\n"1,25" "x, y"\n"3,75" "u, v"\n', ' ', ',', true],
  ['1,John "Jack" Smith\n2,Ann "Annie" Jones\n', ',', '.', false],
  ['1,5|x|2,25\n3,75|y|4,5\n', '|', ',', false],
  ['size, mm\n1\n2\n', ';', '.', true],
  ['507 €\n12 €\n', ',', '.', false],
])('%j has %j between cells, decimal %j, header %s', (text, delimiter, decimal, header) => {
  expect(sniff(text)).toMatchObject({ delimiter, decimal, header })
})

test('a text cut off inside a record is judged by its whole records', () => {
  expect(sniff('a;b;c\n1;2;3\n4;5;6\n7', false)).toMatchObject({ delimiter: ';', header: true })
})

test('whether lines are one number each or several is only open where nobody said it', () => {
  const text = '1,5\n2,5\n'
  expect(sniffDialect(text, true, 'utf-8', {}).ambiguousDelimiter).toBe(true)
  expect(sniffDialect(text, true, 'utf-8', { delimiter: ',' }).ambiguousDelimiter).toBe(false)
  expect(sniffDialect('a,b\n' + text, true, 'utf-8', {}).ambiguousDelimiter).toBe(false)
})

test('a text that was chosen to mean “no value” is no name of a column', () => {
  const choice = { missing: ['below limit'] }
  expect(sniffDialect('below limit\n1.5\n2.5\n', true, 'utf-8', choice).dialect.header).toBe(false)
})

test('what is chosen is kept', () => {
  const choice = { delimiter: ';', decimal: ',', header: false } as const
  expect(sniffDialect('a,b\n1.5,2\n', true, 'utf-8', choice).dialect).toMatchObject(choice)
})

test.each([
  ['sep=;\na;b\n1,5;2\n', ';', 6],
  ['SEP=|\r\na|b\r\n1|2\r\n', '|', 7],
  ['"sep=,"\na,b\n1,2\n', ',', 8],
  ['sep=\t\na\tb\n1\t2\n', '\t', 6],
  ['sep;b\n1;2\n', ';', 0],
])('the delimiter is taken from the first line of %j', (text, delimiter, start) => {
  const skip = start === 0 ? 0 : 1
  const dialect = { delimiter, header: true, skip }
  expect(sniffDialect(text, true, 'utf-8', {})).toMatchObject({ dialect, start, titles: [] })
})

test.each([
  ['Device, model 5, 2024\nTaken by, A. Person\n\nx,y,z,w\n1,2,3,4\n5,6,7,8\n', 3, 2],
  ['Group A,,Group B,\nx,y,x,y\n1,2,3,4\n5,6,7,8\n', 1, 1],
  ['Old Faithful\r\na,b\r\n1,2\r\n', 1, 1],
  [',name,score\nA,Ann,absent\nB,Bob,5\nC,Cy,6\n', 0, 0],
  ['a,b,c\n1,2\n3,4,5\n6,7,8\n', 0, 0],
])('%j has its table below %i lines, %i of them titles', (text, skip, titles) => {
  const found = sniffDialect(text, true, 'utf-8', {})
  expect(found.dialect).toMatchObject({ skip, header: true })
  expect(found.titles).toHaveLength(titles)
})

test('the lines that were chosen are skipped, whatever they hold, and are no titles', () => {
  const found = sniffDialect('"open\n1,2\n\nx,y\n3,4\n', true, 'utf-8', { skip: 3 })
  expect(found).toMatchObject({ dialect: { skip: 3, header: true, delimiter: ',' }, start: 11, titles: [] })
})

test.each([
  ['# made by a logger, on Monday\nx,y\n1,2\n', '#'],
  ['x;y\n% pause\n1;2\n3;4\n', '%'],
  ['x\ty\n1\t2\n// checked\n3\t4\n', '//'],
  ['x,y\n1,2\n#3,4\n5,6\n', '#'],
  ['x\n1\n# note\n2\n', '#'],
  ['note,a\n# top\n"x\n# y",1.5\nz,2\n', '#'],
  ['a;b\n1;2\n# a remark;with "marks\nlow;4\nlow;6\n', '#'],
  ['x\n1\n# note\nn/a\nn/a\n', '#'],
  ['a;b\n1;2\n;3\n;4\n5;6\n', ''],
  ['a,b\n1.5,1\n#N/A,3\n4,2\n', ''],
  ['tag,size\n#a,1\n#b,2\n', ''],
  ['colour,size\n#ff0000,1\nred,2\n#00ff00,3\n', ''],
  ['x,y\n1,2\n', ''],
])('lines of %j that begin with %j are comments', (text, comment) => {
  expect(sniff(text)).toMatchObject({ comment, header: true, skip: 0 })
})

test.each([
  ['#x,y\n1,2\n3,4\n', 0],
  ['# made by a logger\n#\n# x,y\n1,2\n3,4\n', 2],
])('a comment that names the columns is the header of %j', (text, skip) => {
  expect(sniff(text)).toMatchObject({ comment: '', header: true, skip })
})

test.each([
  ["name,size\n'a, b',1\n'c, d',2\n", "'"],
  ["name,size\n'a',1\nrock 'n' roll,2\n'b',3\n", "'"],
  ["name,size\n'90s,1\n'80s,2\n", '"'],
  ['name\tsize\n"a\t1\n"b\t2\n"c\t3\n', ''],
  ['name,size\n"a, b",1\n', '"'],
  ['"two\nlines"\tsize\n"more\nlines"\t1\n', '"'],
  ['a b\n# with "marks\n"two\nlines" 1\n# with "marks\n"tab\tbed\n" 2\n', '"'],
  ['"two\nlines" size\n"more\nlines" 1\n"tab\tbed" 2\n', '"'],
])('cells of %j are quoted by %j', (text, quote) => {
  expect(sniff(text)).toMatchObject({ quote, header: true })
})

test.each([
  ['a;b\n1.234,5;1\n2.000,25;2\n', ',', '.'],
  ['a,b\n"1,234.5",1\n"2,000.25",2\n', '.', ','],
  ['a;b\n1 234,5;1\n2 000,25;2\n', ',', ' '],
  ["a;b\n1'234.5;1\n2'000.25;2\n", '.', "'"],
  ['a,b\n"1,234",1\n"2,000",2\n', '.', ','],
  ['a;b\n1,234;1\n2,000;2\n', ',', ''],
  ['a,b\n12 %,€5\n13 %,€6\n', '.', ''],
])('the numbers of %j have decimal %j and thousands %j', (text, decimal, thousands) => {
  expect(sniff(text)).toMatchObject({ decimal, thousands, header: true })
})

test('every choice is kept, also one that takes a mark away', () => {
  const choice = {
    encoding: 'utf-8',
    delimiter: ',',
    quote: '',
    decimal: ',',
    thousands: ' ',
    header: false,
    comment: '',
    missing: ['none'],
    skip: 0,
  } as const
  const dialect = { ...choice, missing: ['none'] }
  expect(sniffDialect('# note\nx,"y"\n1,2\n', true, 'utf-8', dialect).dialect).toEqual(dialect)
})
