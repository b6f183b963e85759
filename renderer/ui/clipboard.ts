/** Puts text on the clipboard; false where neither way is allowed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** Puts a picture on the clipboard; false where that is not allowed. */
export async function copyPng(bytes: Promise<Uint8Array<ArrayBuffer>>): Promise<boolean> {
  try {
    const picture = bytes.then((png) => new Blob([png], { type: 'image/png' }))
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    return true
  } catch {
    return false
  }
}

/* The older way works where the page has no permission for the clipboard, as under Electron with permissions refused. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}
