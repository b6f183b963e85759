export * from '../../contract/words/duration.ts'
