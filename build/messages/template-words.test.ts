import { ESLint } from 'eslint'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const lint = new ESLint({ cwd: root })

/** The lines of a template that lint finds words on. */
async function linesWithWords(lines: readonly string[]): Promise<string[]> {
  const text = `<template>\n${lines.join('\n')}\n</template>\n`
  const [result] = await lint.lintText(text, { filePath: `${root}renderer/ui/Planted.vue` })
  const rules = [
    'no-bare-strings-in-template',
    'no-useless-mustaches',
    'no-useless-v-bind',
    'no-restricted-syntax',
  ]
  const found = result?.messages.filter(({ ruleId }) => rules.includes(ruleId?.replace('vue/', '') ?? ''))
  return lines.filter((_, at) => found?.some(({ line }) => line === at + 2))
}

it('a template cannot show words that no message is made of', async () => {
  const bare = [
    '<p>Bare</p>',
    '<p title="Bare" />',
    `<p :title="'Bare'" />`,
    `<p :aria-label="on ? 'Bare' : ''" />`,
    '<p :label="`${n} rows`" />',
    `<p>{{ 'Bare' }}</p>`,
    `<p>{{ on ? 'Bare' : '' }}</p>`,
    `<p>{{ n + ' rows' }}</p>`,
    '<p>{{ `${n} rows` }}</p>',
  ]
  expect(await linesWithWords(bare)).toEqual(bare)
})

it('signs, codes that nobody reads, and what is compared, may stand there', async () => {
  const allowed = [
    `<p>× 3 % · {{ say('Rows') }} <b>K</b></p>`,
    '<p :class="`rows-${n}`" />',
    `<p>{{ state === 'ended' ? say('Ended') : '…' }}</p>`,
    `<p :title="kind === 'best' ? say('Best') : undefined" />`,
  ]
  expect(await linesWithWords(allowed)).toEqual([])
})
