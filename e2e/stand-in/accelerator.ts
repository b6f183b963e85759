export interface Key {
  key: string
  control: boolean
  shift: boolean
  alt: boolean
}

const NAMES: Record<string, string> = { return: 'enter', esc: 'escape', plus: '+' }

export function matches(accelerator: string, { key, control, shift, alt }: Key): boolean {
  const parts = accelerator.toLowerCase().split('+')
  const last = parts.pop() ?? ''
  const modifiers = new Set(
    parts.map((part) => (/^(cmdorctrl|commandorcontrol|control)$/.test(part) ? 'ctrl' : part)),
  )
  const named = NAMES[last] ?? last
  return (
    named === key.toLowerCase() &&
    modifiers.has('ctrl') === control &&
    modifiers.has('shift') === shift &&
    modifiers.has('alt') === alt
  )
}
