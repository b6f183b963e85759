// Formants around the means of Peterson & Barney (1952), table II: log-normal, with a factor shared by a speaker.
import { createRandom } from '../core/random/random.ts'

const VOWELS = ['heed', 'hid', 'head', 'had', 'hod', 'hawed', 'hood', 'whod', 'hud', 'heard']
const SPEAKERS = [
  {
    type: 'man',
    count: 33,
    f1: [270, 390, 530, 660, 730, 570, 440, 300, 640, 490],
    f2: [2290, 1990, 1840, 1720, 1090, 840, 1020, 870, 1190, 1350],
  },
  {
    type: 'woman',
    count: 28,
    f1: [310, 430, 610, 860, 850, 590, 470, 370, 760, 500],
    f2: [2790, 2480, 2330, 2050, 1220, 920, 1160, 950, 1400, 1640],
  },
  {
    type: 'child',
    count: 15,
    f1: [370, 530, 690, 1010, 1030, 680, 560, 430, 850, 560],
    f2: [3200, 2730, 2610, 2320, 1370, 1060, 1410, 1170, 1590, 1820],
  },
]

const random = createRandom(1952)
const lines = ['speaker,vowel,F1,F2']
for (const { type, count, f1, f2 } of SPEAKERS) {
  for (let speaker = 0; speaker < count; speaker++) {
    const tract = 0.04 * random.normal()
    for (let vowel = 0; vowel < VOWELS.length; vowel++) {
      for (let time = 0; time < 2; time++) {
        const first = f1[vowel] * Math.exp(tract + 0.06 * random.normal())
        const second = f2[vowel] * Math.exp(tract + 0.04 * random.normal())
        lines.push([type, VOWELS[vowel], first.toFixed(0), second.toFixed(0)].join(','))
      }
    }
  }
}
process.stdout.write(lines.join('\n') + '\n')
