import ts from 'typescript'
import { parseSource } from './vue-source.ts'

/** A message in the sources: what `say`, `phrase` or `sayInParts` is called with, or the text of a `<Sentence>`. */
export interface Found {
  /** Null where it is not literal text, and so cannot be looked up. */
  english: string | null
  /** Names of the values it is given; null where the code does not show them. */
  given: string[] | null
  file: string
  line: number
}

/** A text of two words or more that no function says. */
export interface Bare {
  text: string
  file: string
  line: number
}

export interface Messages {
  found: Found[]
  bare: Bare[]
}

const SAID = new Set(['say', 'phrase', 'sayInParts'])
const SENTENCE = /[A-Za-z’]{2,}[,.:;?!]? [A-Za-z’(“]/

/** Every message, and every text that is none, in a TypeScript file or a Vue component. */
export function findMessages(file: string, text: string): Messages {
  const messages: Messages = { found: [], bare: [] }
  const { scripts, sentences } = parseSource(file, text)
  for (const { code, line } of scripts) {
    const source = ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS)
    const lineOf = (node: ts.Node) => line + source.getLineAndCharacterOfPosition(node.getStart(source)).line
    visit(source, (node) => look(node, { file, line: lineOf(node) }, messages))
  }
  for (const sentence of sentences) messages.found.push({ ...sentence, file })
  return messages
}

function visit(node: ts.Node, each: (node: ts.Node) => boolean): void {
  if (each(node)) node.forEachChild((child) => visit(child, each))
}

/** Whether what is inside is to be looked at too. */
function look(node: ts.Node, at: { file: string; line: number }, { found, bare }: Messages): boolean {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && SAID.has(node.expression.text)) {
    const [message, ...rest] = node.arguments
    found.push({ english: literal(message), given: names(node.expression.text, rest), ...at })
    for (const each of rest) visit(each, (inner) => look(inner, at, { found, bare }))
    return false
  }
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isOfCode(node)) return false
  const text = textOf(node)
  if (text !== null && SENTENCE.test(text)) bare.push({ text, ...at })
  return true
}

/** Errors that tell a programmer of a slip, keys of styles and of the like. */
function isOfCode(node: ts.Node): boolean {
  return (
    ts.isNewExpression(node) &&
    ts.isIdentifier(node.expression) &&
    /^(Type|Range)?Error$/.test(node.expression.text)
  )
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}')
}

function literal(node: ts.Expression | undefined): string | null {
  if (node === undefined) return null
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null
  const [left, right] = [literal(node.left), literal(node.right)]
  return left === null || right === null ? null : left + right
}

function names(called: string, rest: readonly ts.Expression[]): string[] | null {
  const slots = called === 'sayInParts' ? rest[0] : undefined
  const values = called === 'sayInParts' ? rest[1] : rest[0]
  const own = values === undefined ? [] : keys(values)
  if (slots === undefined) return own
  if (own === null || !ts.isArrayLiteralExpression(slots)) return null
  return [...own, ...slots.elements.flatMap((each) => literal(each) ?? [])]
}

function keys(values: ts.Expression): string[] | null {
  if (!ts.isObjectLiteralExpression(values)) return null
  const named = values.properties.map(({ name }) =>
    name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : null,
  )
  return named.includes(null) ? null : (named as string[])
}
