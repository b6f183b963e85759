import { expect, test } from 'vitest'
import { countPreamble, haveRowNames } from './preamble.ts'
import { splitSample } from './sample.ts'

const split = (text: string, delimiter: string) =>
  splitSample(text, { delimiter, quote: '"', comment: '' }, true).map(({ cells }) => cells)

test.each([
  ['Old Faithful\na,b\n1,2\n3,4\n', ',', 1],
  ['Old Faithful\n\nsince 1985\na,b\n1,2\n3,4\n', ',', 2],
  ['Old Faithful;;\n;;\na;b;c\n1,5;2;x\n3;4;y\n', ';', 2],
  ['Old Faithful\n1;2\n5;4\n', ';', 1],
  ['Old Faithful\n1.5,2\n3,4\n', ',', 1],
  ['The Old Faithful geyser\na b\n1 2\n3 4\n', ' ', 1],
  ['One\nTwo\nThree\nFour\na,b\n1,2\n3,4\n', ',', 4],
  ['Device: X,,\nSerial,123,\ntime,abs,conc\n0,1.5,2\n1,2.5,3\n', ',', 2],
  ['Account:;DE1\nFrom:;1.1.2024\nday;text;amount\n1.1.2024;rent;-5,5\n2.1.2024;food;-3,5\n', ';', 2],
  ['Source,World,\nname,code,2019,2020,\nA,a,1.5,2.5,\nB,b,3.5,4,\n', ',', 1],
  ['a,b\n1,2\n3,4\n5,6\nc,d,e\n1,2,x\n3,4,y\n5,6,z\n7,8,z\n', ',', 0],
  ['a,b\n1,2\n3,4\n', ',', 0],
  ['a,b\n1,2,\n3,4,\n', ',', 0],
  ['a\n1,\n2,\n', ',', 0],
  ['id,,\n7,2,3\n4,5,6\n', ',', 0],
  ['size\n1,5\n7,25\n', ',', 0],
  ['size\n1,234.5\n7,250.1\n', ',', 0],
  ['size\n1 234\n7 250\n', ' ', 0],
  ['Station\n"a" 1.5 2\n"b" 3 4\n', ' ', 1],
  ['a b\n"x" 1 2\n"y" 3 4\n', ' ', 0],
  ['x\n"1";1.5\n"2";2.5\n', ';', 0],
  ['x\n1\n2\n', ',', 0],
  ['note\n1,2\n', ',', 0],
  ['Title\n', ',', 0],
])('before the table in %j, cut at %j, stand %i lines', (text, delimiter, lines) => {
  expect(countPreamble(split(text, delimiter), delimiter)).toBe(lines)
})

test('one name above pairs is that of the values where the first cells count or name the rows', () => {
  expect(haveRowNames(split('"1",1.5\n"2",2.5\n', ','), ',')).toBe(true)
  expect(haveRowNames(split('ann 1.5\nbob 2.5\n', ' '), ' ')).toBe(true)
  expect(haveRowNames(split('Ada Lovelace\nEmmy Noether\n', ' '), ' ')).toBe(false)
  expect(haveRowNames(split('1,5\n2,25\n', ','), ',')).toBe(false)
  expect(haveRowNames(split('5;1.5\n4;2.5\n', ';'), ';')).toBe(false)
})
