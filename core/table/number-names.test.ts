import { expect, test } from 'vitest'
import { namesInSteps } from './number-names.ts'

const records = (text: string) => text.split('\n').map((line) => line.split(','))

test.each([
  [',0,1\n0,5,6\n1,3,8\n2,4,1', true],
  [',0,1,2\nx,5,6,1\ny,3,8,0', true],
  ['0,1,2\n0.5,0.25,1.5\n0.75,1.5,0.25', true],
  ['well,1,2,3\nA,0.11,0.52,0.9\nB,0.2,0.13,0.8', true],
  ['400.5,401,401.5\n0.2,0.3,0.1\n0.1,0.7,0.8\n0,0.2,0.4', true],
  ['time,10,20,30\n0,5,6,1\n1,3,8,0', true],
  ['1,2,3\n4,5,6\n7,8,9', false],
  ['1,2,3\n4,5.5,6.5\n7,9,8.25', false],
  ['0,1,1\n0.01,1.02,1.99\n0.02,1.04,1.97', false],
  ['0,5,10\n1,7,12\n2,9,19\n3,11,21', false],
  [',0,1\n5,0,1\n7,1,0', false],
  ['ann,1,2,3\nbob,5,1,0\ncid,3,3,2', false],
  ['0,1\n0.5,0.25\n0.75,0.5', false],
  [',1,2,3\n,2,4,7\n8,1,6,2', false],
])('in %j the numbers of the first record are names: %s', (text, names) => {
  const [first, ...below] = records(text)
  expect(namesInSteps(first, below)).toBe(names)
})
