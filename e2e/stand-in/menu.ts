import { matches, type Key } from './accelerator.ts'
import { app } from './app.ts'

interface Template {
  id?: string
  label?: string
  type?: string
  role?: string
  enabled?: boolean
  visible?: boolean
  accelerator?: string
  registerAccelerator?: boolean
  submenu?: Template[]
  click?: () => void
}

/** The keys that Electron gives to roles where it is told no others. */
const ROLE_KEYS: Record<string, string> = {
  cut: 'CommandOrControl+X',
  copy: 'CommandOrControl+C',
  paste: 'CommandOrControl+V',
  selectall: 'CommandOrControl+A',
  resetzoom: 'CommandOrControl+0',
  zoomin: 'CommandOrControl+Plus',
  zoomout: 'CommandOrControl+-',
  togglefullscreen: 'F11',
  close: 'CommandOrControl+W',
  quit: 'CommandOrControl+Q',
}

class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly submenu: Menu | undefined
  readonly click: () => void
  readonly visible: boolean
  enabled: boolean

  constructor(template: Template) {
    this.id = template.id
    this.label = template.label ?? template.role ?? ''
    this.type = template.type ?? (template.submenu === undefined ? 'normal' : 'submenu')
    this.role = template.role?.toLowerCase()
    this.visible = template.visible !== false
    this.enabled = template.enabled !== false
    this.accelerator = template.accelerator ?? ROLE_KEYS[this.role ?? '']
    this.registerAccelerator = template.registerAccelerator !== false
    this.submenu = template.submenu && Menu.buildFromTemplate(template.submenu)
    this.click = () => {
      if (template.click) template.click()
      else if (this.role === 'quit') app.quit()
    }
  }
}

let applicationMenu: Menu | null = null

/** The application's menu as data: items can be clicked by tests, and by the keys a page leaves alone. */
export class Menu {
  readonly items: MenuItem[]

  constructor(items: MenuItem[]) {
    this.items = items
  }

  static buildFromTemplate(template: Template[]): Menu {
    return new Menu(template.map((one) => new MenuItem(one)))
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  all(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.all() ?? [])])
  }

  getMenuItemById(id: string): MenuItem | null {
    return this.all().find((item) => item.id === id) ?? null
  }
}

export function pressKey(key: Key): void {
  const pressed = (applicationMenu?.all() ?? []).find(
    ({ accelerator, registerAccelerator, enabled }) =>
      accelerator && registerAccelerator && enabled && matches(accelerator, key),
  )
  pressed?.click()
}
