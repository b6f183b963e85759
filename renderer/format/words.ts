export * from '../../contract/words/words.ts'
