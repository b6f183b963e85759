import type { Page } from '@playwright/test'

/** The headers of every kind of response: the page, what it loads, what is not there, what is refused. */
export function headersOfAll(page: Page): Promise<Record<string, string>[]> {
  return page.evaluate(async () => {
    const loaded = [...document.querySelectorAll('script')].map(({ src }) => src)
    const asked = ['/index.html', ...loaded, '/none.js', '/..%2f..%2fpackage.json'].map((url) => fetch(url))
    const answers = await Promise.all([...asked, fetch('/index.html', { method: 'POST' })])
    return answers.map(({ headers }) => Object.fromEntries(headers))
  })
}

/** The directives by which what the page asks of elsewhere is refused, sorted: two connections, a picture, a frame. */
export function connectionsRefused(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const directives: string[] = []
    addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective))
    await fetch('https://example.com/').catch(() => {})
    new Image().src = 'https://example.com/a.png'
    new WebSocket('wss://example.com/').close()
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })
    document.body.append(frame)
    await new Promise((done) => setTimeout(done, 300))
    frame.remove()
    return directives.sort()
  })
}

/** The ways in which text became code: by `eval`, an inline script, an attribute, a frame. */
export function textRunAsCode(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const ran: string[] = []
    Object.assign(globalThis, { ran })
    // What runs later is under the page's own policy; what the test itself evaluates is not.
    await new Promise<void>((done) =>
      setTimeout(() => {
        try {
          const run = Reflect.get(globalThis, 'eval') as (text: string) => unknown
          run('ran.push("eval")')
        } catch {
          done()
        }
        done()
      }),
    )
    const script = document.createElement('script')
    script.textContent = 'ran.push("inline")'
    document.body.append(script)
    const holder = document.createElement('div')
    holder.innerHTML =
      '<img src="x:" onerror="ran.push(\'attribute\')"><iframe srcdoc="<script>top.ran.push(1)</script>">'
    document.body.append(holder)
    await new Promise((done) => setTimeout(done, 300))
    script.remove()
    holder.remove()
    return ran
  })
}
