/** A stream of pseudo-random numbers. The same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform on [0, 1), 53 bits. */
  next(): number
  /** Uniform whole number in 0…n − 1. */
  below(n: number): number
  /** Standard normal deviate, by the polar method (Marsaglia & Bray 1964). */
  normal(): number
}

/** The generator sfc32 (Doty-Humphrey 2010), seeded with an unsigned 32-bit integer. */
export function createRandom(seed: number): Random {
  let a = seed | 0
  let b = 0x9e3779b9 | 0
  let c = 0x243f6a88 | 0
  let counter = 1

  function bits(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }

  function next(): number {
    const high = bits() >>> 5
    return (high * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992
  }

  function normal(): number {
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const s = u * u + v * v
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
    }
  }

  for (let i = 0; i < 15; i++) bits()
  return { next, below: (n) => Math.floor(next() * n), normal }
}
