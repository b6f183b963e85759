import MarkdownIt from 'markdown-it'

/** A stretch of a chapter under one heading, as it is searched. */
export interface GuideSection {
  /** Of the heading within its chapter; empty for what stands above the second heading. */
  anchor: string
  heading: string
  text: string
}

/** A chapter of the user guide, out of its Markdown. */
export interface GuideChapter {
  title: string
  /** The body of a Vue template: no raw HTML of the Markdown is in it, no interpolation and no address outside the guide. */
  html: string
  sections: GuideSection[]
  /** Every link, as it is written. */
  links: string[]
}

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

const LINK = /^(?:([\w./-]+)\.md)?(?:#([\w-]+))?$/

/**
 * `id` is the chapter's own; links lead to `chapters` or become plain text, for nothing else is shipped. One chapter is on the page at a
 * time: the address of another is its button in the contents.
 */
export function renderChapter(markdown: string, id: string, chapters: readonly string[]): GuideChapter {
  const reader = new MarkdownIt({ html: false, linkify: false, typographer: false })
  const tokens = reader.parse(markdown.replace(/<!--[\s\S]*?-->\n?/g, ''), {})
  const sections = sectionsOf(tokens)
  const links: string[] = []
  nameHeadings(tokens, id, sections)
  for (const { children } of tokens) if (children !== null) bendLinks(children)
  reader.renderer.rules['table_open'] = () => '<div class="table" tabindex="0"><table>'
  reader.renderer.rules['table_close'] = () => '</table></div>'
  const html = reader.renderer.render(tokens, reader.options, {})
  return { title: sections[0]?.heading ?? id, html: withoutInterpolation(html), sections, links }

  function bendLinks(children: Token[]): void {
    for (const [at, token] of children.entries()) {
      if (token.type === 'image') token.attrSet('src', relativeAddress(token.attrGet('src')))
      if (token.type !== 'link_open') continue
      const address = String(token.attrGet('href') ?? '')
      links.push(address)
      const [, file = '', anchor = ''] = LINK.exec(address) ?? []
      const chapter = file === '' ? id : (file.split('/').at(-1) ?? '')
      const close = children.slice(at).find(({ type }) => type === 'link_close')
      if (LINK.test(address) && chapters.includes(chapter)) {
        token.attrs = [
          ['href', chapter === id ? `#${placeId(chapter, anchor)}` : `#guide-to-${chapter}`],
          ['data-chapter', chapter],
          ['data-section', anchor],
        ]
      } else {
        token.tag = 'span'
        token.attrs = null
        if (close !== undefined) close.tag = 'span'
      }
    }
  }
}

/** Without the leading point the bundler takes a file for a package. */
const relativeAddress = (address: unknown) => String(address).replace(/^(?!\.)/, './')

/** The element id of a place in the guide. */
const placeId = (chapter: string, anchor: string) => `guide-${chapter}${anchor === '' ? '' : `-${anchor}`}`

/** The address of a heading, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-')
}

function sectionsOf(tokens: readonly Token[]): GuideSection[] {
  const sections: GuideSection[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const heading = plainText(tokens[at + 1])
      sections.push({ anchor: sections.length === 0 ? '' : anchorOf(heading), heading, text: '' })
    } else if (token.type === 'inline' && tokens[at - 1]?.type !== 'heading_open') {
      add(plainText(token))
    } else if (token.type === 'fence' || token.type === 'code_block') add(token.content)
  }
  return sections

  function add(text: string): void {
    const last = sections.at(-1)
    if (last !== undefined) last.text = `${last.text} ${text}`.trim().replace(/\s+/g, ' ')
  }
}

function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('')
}

/** One level down, for the guide itself has the first; each can be pointed at and led to. */
function nameHeadings(tokens: readonly Token[], id: string, sections: readonly GuideSection[]): void {
  let at = 0
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue
    token.tag = `h${Number(token.tag.slice(1)) + 1}`
    if (token.type === 'heading_close') continue
    token.attrSet('id', placeId(id, sections[at++]?.anchor ?? ''))
    token.attrSet('tabindex', '-1')
  }
}

const withoutInterpolation = (html: string) =>
  html.replaceAll('{{', '&#123;&#123;').replaceAll('}}', '&#125;&#125;')
