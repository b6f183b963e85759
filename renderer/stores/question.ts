import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Question {
  title: string
  text: string
  /** On the button that goes on. */
  yes: string
  /** On the button that leaves everything as it is. */
  no: string
}

/** A question that has to be answered before something is lost. */
export const useQuestionStore = defineStore('question', () => {
  const asked = shallowRef<Question | null>(null)
  let settle: (yes: boolean) => void = () => undefined

  /** An earlier question that is still open counts as answered with no. */
  function ask(question: Question): Promise<boolean> {
    settle(false)
    asked.value = question
    return new Promise((resolve) => {
      settle = resolve
    })
  }

  function answer(yes: boolean): void {
    asked.value = null
    settle(yes)
  }

  return { asked, ask, answer }
})
