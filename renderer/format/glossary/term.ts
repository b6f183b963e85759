export * from '../../../contract/words/glossary/term.ts'
