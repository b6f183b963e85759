export * from '../../contract/words/weighting.ts'
