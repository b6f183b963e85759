import { defineStore } from 'pinia'
import * as v from 'valibot'
import { reactive, toRef, type Ref } from 'vue'
import { useSessionPartsStore } from './session-parts.ts'

/** Switches of the views that say how something is shown, with what holds until one is turned. */
const SWITCHES = {
  restartsTable: v.fallback(v.boolean(), true),
  curveScale: v.fallback(v.picklist(['log-likelihood', 'gap']), 'log-likelihood'),
  similarityOf: v.fallback(v.picklist(['cell', 'best']), 'cell'),
  differences: v.fallback(v.picklist(['rows', 'parameters', 'changes']), 'rows'),
  allDifferences: v.fallback(v.boolean(), false),
  entropyAxis: v.fallback(v.picklist(['clusters', 'rows']), 'clusters'),
  selectedRowsOnly: v.fallback(v.boolean(), false),
  advancedFields: v.fallback(v.boolean(), false),
}
const Form = v.object(SWITCHES)
type Looks = v.InferOutput<typeof Form>
const Stored = v.record(v.string(), v.unknown())

/** How the views show what they show: it stays when another view is looked at, and sessions keep it. */
export const useLooksStore = defineStore('looks', () => {
  const looks = reactive<Looks>(v.parse(Form, usual()))

  useSessionPartsStore().add('looks', Stored, {
    state: () => ({ ...looks }),
    restore: (state) => Object.assign(looks, v.parse(Form, { ...usual(), ...state })),
  })

  return { looks }
})

/** One of them, to be read and turned. */
export function useLook<Name extends keyof Looks>(name: Name): Ref<Looks[Name]> {
  return toRef(useLooksStore().looks, name)
}

/** None of them: each then has what is usual. */
const usual = (): Record<string, unknown> =>
  Object.fromEntries(Object.keys(SWITCHES).map((name) => [name, undefined]))
