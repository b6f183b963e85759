// Test scores driven by an effort that is not written to the file: three groups of students differ in it.
import { createRandom } from '../core/random/random.ts'

const GROUPS = [
  { share: 0.3, effort: -1.3, spread: 0.45 },
  { share: 0.5, effort: 0.2, spread: 0.4 },
  { share: 0.2, effort: 1.6, spread: 0.3 },
]
const TESTS = [
  { name: 'hours_per_week', mean: 9, slope: 4, noise: 1.6, least: 0, most: 40 },
  { name: 'reading', mean: 62, slope: 11, noise: 7, least: 0, most: 100 },
  { name: 'writing', mean: 60, slope: 12, noise: 6.5, least: 0, most: 100 },
  { name: 'mathematics', mean: 55, slope: 14, noise: 9, least: 0, most: 100 },
  { name: 'science', mean: 58, slope: 13, noise: 7.5, least: 0, most: 100 },
]

const random = createRandom(1952)
const lines = [['student', ...TESTS.map((test) => test.name)].join(',')]
for (let student = 1; student <= 600; student++) {
  const draw = random.next()
  const group = draw < 0.3 ? GROUPS[0] : draw < 0.8 ? GROUPS[1] : GROUPS[2]
  const effort = group.effort + group.spread * random.normal()
  const scores = TESTS.map(({ mean, slope, noise, least, most }) =>
    Math.min(most, Math.max(least, mean + slope * effort + noise * random.normal())).toFixed(1),
  )
  lines.push([student, ...scores].join(','))
}
process.stdout.write(lines.join('\n') + '\n')
