export * from '../../contract/words/kinds.ts'
