export * from '../../contract/words/plural.ts'
