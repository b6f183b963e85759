export * from '../../contract/words/number.ts'
export { readTyped, writeTyped } from '../../contract/words/numerals.ts'
