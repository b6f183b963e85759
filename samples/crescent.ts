// One crooked cluster, a crescent, beside two round ones: mixtures of Gaussians need several components for the crescent.
import { createRandom } from '../core/random/random.ts'

const ROUND = [
  { shape: 'ball', share: 0.25, x: 0.2, y: -0.4, spread: 0.55 },
  { shape: 'drop', share: 0.2, x: 6.5, y: 3.6, spread: 0.45 },
]
const CRESCENT = { shape: 'crescent', radius: 4, arc: 0.8 * Math.PI, width: 0.5 }

const random = createRandom(1837)
const lines = ['x,y,shape']
for (let row = 0; row < 600; row++) {
  const draw = random.next()
  const round = draw < 0.25 ? ROUND[0] : draw < 0.45 ? ROUND[1] : null
  const angle = (0.5 - random.next()) * CRESCENT.arc + Math.PI / 2
  const radius = CRESCENT.radius + CRESCENT.width * random.normal()
  const [x, y] =
    round === null
      ? [radius * Math.cos(angle), radius * Math.sin(angle)]
      : [round.x + round.spread * random.normal(), round.y + round.spread * random.normal()]
  lines.push([x.toFixed(3), y.toFixed(3), round?.shape ?? CRESCENT.shape].join(','))
}
process.stdout.write(lines.join('\n') + '\n')
