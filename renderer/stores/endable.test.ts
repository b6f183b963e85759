import { effectScope, nextTick, shallowRef } from 'vue'
import { expect, it } from 'vitest'
import { EngineError } from '../../contract/errors.ts'
import { useEndable } from './endable.ts'

const cancelled = () => new EngineError('cancelled', 'It was cancelled.', '')
const settled = async () => {
  await nextTick()
  await nextTick()
}

it('a question that was ended says so until it, or another, is asked', async () => {
  const calls: { resolve(answer: string): void; reject(error: EngineError): void }[] = []
  const which = shallowRef('a')
  const scope = effectScope()
  const asked = scope.run(() =>
    useEndable(
      () => {
        void which.value
        return new Promise<string>((resolve, reject) => calls.push({ resolve, reject }))
      },
      () => which.value,
      () => calls.at(-1)?.reject(cancelled()),
    ),
  )!
  asked.cancel()
  await settled()
  expect([asked.cancelled.value, asked.failure.value]).toEqual([true, null])
  asked.again()
  expect(asked.cancelled.value).toBe(false)
  expect(calls).toHaveLength(2)
  asked.cancel()
  await settled()
  expect(asked.cancelled.value).toBe(true)
  which.value = 'b'
  expect(asked.cancelled.value).toBe(false)
  calls.at(-1)?.resolve('there')
  await settled()
  expect(asked.value.value).toBe('there')
  which.value = 'c'
  calls.at(-1)?.reject(new EngineError('not-available', 'No.', ''))
  await settled()
  expect([asked.failure.value?.code, asked.cancelled.value]).toEqual(['not-available', false])
  scope.stop()
})
