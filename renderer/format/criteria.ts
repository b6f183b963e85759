export * from '../../contract/words/criteria.ts'
