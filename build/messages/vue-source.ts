import { parse } from 'vue/compiler-sfc'
import { NodeTypes, type TemplateChildNode, type RootNode, type ElementNode } from '@vue/compiler-dom'

export interface Source {
  /** TypeScript, and the line of the file that it begins on (0-based offset added to its own lines, from 1). */
  scripts: { code: string; line: number }[]
  /** The texts of `<Sentence>`. */
  sentences: { english: string | null; given: string[] | null; line: number }[]
}

/** The parts of a file in which messages can stand: of a component its script and the expressions of its template. */
export function parseSource(file: string, text: string): Source {
  if (!file.endsWith('.vue')) return { scripts: [{ code: text, line: 1 }], sentences: [] }
  const { descriptor } = parse(text, { filename: file })
  const source: Source = { scripts: [], sentences: [] }
  const script = descriptor.scriptSetup ?? descriptor.script
  if (script !== null) source.scripts.push({ code: script.content, line: script.loc.start.line })
  if (descriptor.template?.ast != null) walk(descriptor.template.ast, source)
  return source
}

function walk(node: RootNode | TemplateChildNode, source: Source): void {
  if (node.type === NodeTypes.INTERPOLATION && node.content.type === NodeTypes.SIMPLE_EXPRESSION)
    take(node.content.content, node.loc.start.line, source)
  if (node.type === NodeTypes.ELEMENT) look(node, source)
  if (node.type === NodeTypes.ELEMENT || node.type === NodeTypes.ROOT)
    for (const child of node.children) walk(child, source)
}

function look(element: ElementNode, source: Source): void {
  let sentence: string | null = null
  let values: string[] | null = []
  for (const prop of element.props) {
    if (prop.type === NodeTypes.ATTRIBUTE) {
      if (element.tag === 'Sentence' && prop.name === 'english') sentence = prop.value?.content ?? null
      continue
    }
    if (prop.exp?.type !== NodeTypes.SIMPLE_EXPRESSION || prop.name === 'slot') continue
    if (element.tag === 'Sentence') values = null
    take(prop.exp.content, prop.loc.start.line, source)
  }
  if (element.tag !== 'Sentence') return
  const slots = element.children.flatMap((child) => (child.type === NodeTypes.ELEMENT ? slotOf(child) : []))
  source.sentences.push({
    english: sentence,
    given: values === null ? null : [...values, ...slots],
    line: element.loc.start.line,
  })
}

function slotOf(child: ElementNode): string[] {
  return child.props.flatMap((prop) =>
    prop.type === NodeTypes.DIRECTIVE &&
    prop.name === 'slot' &&
    prop.arg?.type === NodeTypes.SIMPLE_EXPRESSION
      ? [prop.arg.content]
      : [],
  )
}

/** An expression, as a statement that TypeScript reads; `x in list` and statements of handlers are read well enough. */
function take(code: string, line: number, { scripts }: Source): void {
  scripts.push({ code: /^\s*\{/.test(code) ? `(${code})` : code, line })
}
