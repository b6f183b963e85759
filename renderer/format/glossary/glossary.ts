export * from '../../../contract/words/glossary/glossary.ts'
