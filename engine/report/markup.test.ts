import { Window } from 'happy-dom'
import { describe, expect, it } from 'vitest'
import { cut, listed, markup, nameOf, plain, section, table } from './markup.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</style><script>alert(1)</script>',
  '</title></head><iframe src=javascript:alert(1)>',
  '&lt;b&gt;',
]

/** The document as a browser sees it; scripts do not run. */
function parsed(body: string) {
  const window = new Window({ settings: { enableJavaScriptEvaluation: false } })
  window.document.body.innerHTML = body
  return window.document
}

describe('text that is put into HTML', () => {
  it.each(HOSTILE)('is text, whatever it looks like: %s', (text) => {
    const { body } = parsed(markup`<p title="${text}">${text}</p>`.html)
    expect(body.children).toHaveLength(1)
    expect(body.querySelector('p')?.textContent).toBe(text)
    expect(body.querySelector('p')?.getAttribute('title')).toBe(text)
    expect(body.querySelector('p')?.children).toHaveLength(0)
  })

  it('shows a mark for characters that hide, turn others round or are half of one', () => {
    expect(plain('a\u202eb\u2066c\u200bd\u0000e\u001b[31mf\ud800g')).toBe(
      'a\ufffdb\ufffdc\ufffdd\ufffde\ufffd[31mf\ufffdg',
    )
    expect(plain('é 漢字 عربي 😀 −1')).toBe('é 漢字 عربي 😀 −1')
  })

  it('is put apart from the direction of the text around it, on one line and not for ever', () => {
    expect(nameOf('שם\nname').html).toBe('<bdi>שם name</bdi>')
    expect(cut('x'.repeat(1_000_000), 10)).toBe(`${'x'.repeat(10)}…`)
    expect(cut('😀'.repeat(100), 3)).toBe('😀😀😀…')
  })
})

it('a table has a caption, heads for its columns, and a head for each row', () => {
  const { body } = parsed(
    section(
      'one',
      'A <title>',
      table('What & where', [{ head: 'Name' }, { head: 'n', number: true }], [['<a>', '1']]),
    ).html,
  )
  expect(body.querySelector('caption')?.textContent).toBe('What & where')
  expect([...body.querySelectorAll('thead th')].map((cell) => cell.getAttribute('scope'))).toEqual([
    'col',
    'col',
  ])
  expect(body.querySelector('tbody th')?.textContent).toBe('<a>')
  expect(body.querySelector('tbody td')?.className).toBe('number')
  expect(body.querySelector('section')?.getAttribute('aria-labelledby')).toBe('one-title')
})

it('a list has commas and an “and”', () => {
  expect(markup`${listed(['a', 'b', 'c'])}; ${listed(['a', 'b'])}; ${listed(['a'])}`.html).toBe(
    'a, b and c; a and b; a',
  )
})
