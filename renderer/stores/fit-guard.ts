import { say } from '../../contract/words/say.ts'
import { useDatasetStore } from './dataset.ts'
import { useFitStore } from './fit.ts'
import { useQuestionStore } from './question.ts'

/** While a fit runs, other data takes the place of what is open only with the person's consent. */
export function guardRunningFit(): void {
  const fit = useFitStore()
  const questions = useQuestionStore()
  useDatasetStore().guardWith((name) =>
    fit.running === null
      ? Promise.resolve(true)
      : questions.ask({
          title: say('A fit is running'),
          text: say(
            'Opening “{name}” ends it, and what it has found so far is lost. To keep that, stop the fit and export first.',
            { name },
          ),
          yes: say('End the fit and open'),
          no: say('Keep fitting'),
        }),
  )
}
