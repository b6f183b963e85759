/**
 * Entropy −Σ z ln z of the responsibilities of one row of an array [rows × K] row-major, in nats; 0 ln 0 = 0. `noise`: the row's
 * responsibility of the noise, which counts as one more component.
 */
export function rowEntropy(
  responsibilities: Float64Array,
  row: number,
  components: number,
  noise = 0,
): number {
  let entropy = noise > 0 ? -noise * Math.log(noise) : 0
  for (let k = 0, at = row * components; k < components; k++, at++) {
    const share = responsibilities[at]
    if (share > 0) entropy -= share * Math.log(share)
  }
  return entropy
}
