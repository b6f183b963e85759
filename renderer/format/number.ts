export * from '../../contract/words/number.ts'
export { readTyped, writeNumbersIn } from '../../contract/words/numerals.ts'
