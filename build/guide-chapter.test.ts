import { describe, expect, it } from 'vitest'
import { renderChapter } from './guide-chapter.ts'

const MARKDOWN = `# Opening a file

![Crabs](images/crabs.webp)

First words, see [how](landscape.md#have-i-run-enough), [here](#a-heading-with-code) or [the build](../bench.md).

## A heading, with \`code\`

| a | b |
| - | - |
| 1 | {{ x }} |

<script>alert(1)</script> and [out](https://example.org/)
`
const chapter = () => renderChapter(MARKDOWN, 'opening', ['opening', 'landscape'])

describe('a chapter out of its Markdown', () => {
  it('has the text under each heading for the search, and the first heading as its title', () => {
    expect(chapter().title).toBe('Opening a file')
    expect(chapter().sections.map(({ anchor, heading }) => [anchor, heading])).toEqual([
      ['', 'Opening a file'],
      ['a-heading-with-code', 'A heading, with code'],
    ])
    expect(chapter().sections[0]?.text).toBe('Crabs First words, see how, here or the build.')
    expect(chapter().sections[1]?.text).toContain('a b 1 {{ x }}')
  })

  it('leads to chapters of the guide and to nothing else', () => {
    const { html, links } = chapter()
    expect(html).toContain(
      'href="#guide-to-landscape" data-chapter="landscape" data-section="have-i-run-enough"',
    )
    expect(html).toContain('href="#guide-opening-a-heading-with-code"')
    expect(html).toContain('src="./images/crabs.webp"')
    expect(html).toContain('<span>the build</span>')
    expect(html).toContain('<span>out</span>')
    expect(html).not.toMatch(/https?:/)
    expect(links).toEqual([
      'landscape.md#have-i-run-enough',
      '#a-heading-with-code',
      '../bench.md',
      'https://example.org/',
    ])
  })

  it('shows raw HTML and the braces of templates as they are written', () => {
    expect(chapter().html).toContain('&lt;script&gt;')
    expect(chapter().html).not.toContain('{{')
  })

  it('stands one level below the title of the dialog, and can be pointed at', () => {
    expect(chapter().html).toContain('<h2 id="guide-opening" tabindex="-1">')
    expect(chapter().html).toContain('<h3 id="guide-opening-a-heading-with-code" tabindex="-1">')
  })
})
