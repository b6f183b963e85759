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
  ['name,note\nAda,"one; two; three"\nEmmy,"four; five; six"\n', ',', '.', true],
  ['name;note\nAda;one, two\nEmmy;three, four\n', ';', '.', true],
  ['"a","b"\n"1,5","2,25"\n', ',', ',', true],
  ['"a","b"\n"1,500","2,250"\n', ',', '.', true],
  ['size\n1,5\n2,5\n', ';', ',', true],
  ['size\n1.5\n2.5\n', ',', '.', true],
  ['1\n2\n3\n', ',', '.', false],
  ['year,2019,2020\n1,5,6\n2,7,8\n', ',', '.', false],
  ['a,b,c\nNA,1,x\n2,3,y\n', ',', '.', true],
  ['name,town\nAda,London\nEmmy,London\n', ',', '.', true],
  ['Ada,London\nAda,Paris\n', ',', '.', false],
  ['x,y\n', ',', '.', true],
  ['1,2\n', ',', '.', false],
  ['My table\na;b\n1,5;2,5\n2;3\n', ';', ',', true],
  ['"x"\n"1",1.5\n"2",2.5\n', ',', '.', true],
  ['"x"\n"1" 1.5\n"2" 2.5\n', ' ', '.', true],
  ['name\nAda Lovelace\nEmmy Noether\n', ',', '.', true],
])('%j has %j between cells, decimal %j, header %s', (text, delimiter, decimal, header) => {
  expect(sniff(text)).toMatchObject({ delimiter, decimal, header })
})

test('a text cut off inside a record is judged by its whole records', () => {
  expect(sniff('a;b;c\n1;2;3\n4;5;6\n7', false)).toMatchObject({ delimiter: ';', header: true })
})

test('what is chosen is kept', () => {
  const choice = { delimiter: ';', decimal: ',', header: false } as const
  expect(sniffDialect('a,b\n1.5,2\n', true, 'utf-8', choice).dialect).toMatchObject(choice)
})

test.each([
  ['sep=;\na;b\n1,5;2\n', ';', true],
  ['SEP=|\r\na|b\r\n1|2\r\n', '|', true],
  ['"sep=,"\na,b\n1,2\n', ',', true],
  ['sep=\t\na\tb\n1\t2\n', '\t', true],
  ['sep;b\n1;2\n', ';', false],
])('the delimiter is taken from the first line of %j', (text, delimiter, said) => {
  expect(sniffDialect(text, true, 'utf-8', {})).toMatchObject({
    dialect: { delimiter, header: true },
    separatorLine: said,
    preamble: 0,
  })
})
