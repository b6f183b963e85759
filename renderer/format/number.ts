export * from '../../contract/words/number.ts'
export { readTyped } from '../../contract/words/numerals.ts'
