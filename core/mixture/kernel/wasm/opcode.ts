/** The instructions used, as they are numbered in the WebAssembly specification 3.0. */
export const OPCODE = {
  block: 0x02,
  loop: 0x03,
  end: 0x0b,
  branchIf: 0x0d,
  call: 0x10,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  constant: 0x41,
  isZero: 0x45,
  add: 0x6a,
  subtract: 0x6b,
  multiply: 0x6c,
} as const

/** Vector instructions, each after the prefix 0xfd: on lanes of 64 bits, doubles unless named integers. */
export const VECTOR = {
  load: 0x00,
  spread: 0x0a,
  store: 0x0b,
  constant: 0x0c,
  equal: 0x47,
  choose: 0x52,
  shiftIntegers: 0xcb,
  addIntegers: 0xce,
  add: 0xf0,
  subtract: 0xf1,
  multiply: 0xf2,
  divide: 0xf3,
  larger: 0xf7,
  multiplyAdd: 0x107,
} as const

export const VECTOR_PREFIX = 0xfd
/** The type of a block that leaves nothing. */
export const EMPTY = 0x40
