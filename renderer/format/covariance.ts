export * from '../../contract/words/covariance.ts'
