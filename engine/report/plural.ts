import { formatCount } from '../../contract/words/number.ts'

/** `1 row`, `272 rows`; an irregular plural is given. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}
