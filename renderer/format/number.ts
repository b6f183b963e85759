export * from '../../contract/words/number.ts'
