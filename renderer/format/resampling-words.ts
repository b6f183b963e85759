export * from '../../contract/words/resampling-words.ts'
