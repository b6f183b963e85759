export * from '../../contract/words/remedy-words.ts'
