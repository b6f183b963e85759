import { open } from 'node:fs/promises'

/** How far into an installer for Windows its own description is looked for: it stands before what is packed in it. */
const HEAD = 1 << 22
/**
 * What `VS_FIXEDFILEINFO` begins with, its signature and the version of its structure, and where in it the version of the product stands
 * (Microsoft, verrsrc.h). Four bytes would not do: the checksum of a program is under no signature, and could be made the same.
 */
const MARK = Buffer.from('bd04effe00000100', 'hex')
const PRODUCT_VERSION = 16

/** Major, minor and patch that an installer for Windows states of what it installs, under its signature; null where it states none. */
export async function installerVersion(path: string): Promise<number[] | null> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    const at = buffer.indexOf(MARK) + PRODUCT_VERSION
    if (at < PRODUCT_VERSION || at + 8 > bytesRead) return null
    return [buffer.readUInt16LE(at + 2), buffer.readUInt16LE(at), buffer.readUInt16LE(at + 6)]
  } finally {
    await file.close()
  }
}
