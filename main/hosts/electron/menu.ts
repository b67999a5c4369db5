import { Menu, type MenuItemConstructorOptions } from 'electron'

/** The menu in Chinese: what editing and reading need, nothing that leads out of the desk. */
export function setDeskMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...(platform === 'darwin' ? [APPLE_MENU] : []), EDIT_MENU, VIEW_MENU]),
  )
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

const APPLE_MENU: MenuItemConstructorOptions = {
  label: '年报核对台',
  submenu: [
    { role: 'hide', label: '隐藏' },
    { role: 'hideOthers', label: '隐藏其他' },
    SEPARATOR,
    { role: 'quit', label: '退出' },
  ],
}

const EDIT_MENU: MenuItemConstructorOptions = {
  label: '编辑',
  submenu: [
    { role: 'undo', label: '撤销' },
    { role: 'redo', label: '重做' },
    SEPARATOR,
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'selectAll', label: '全选' },
  ],
}

const VIEW_MENU: MenuItemConstructorOptions = {
  label: '视图',
  submenu: [
    { role: 'zoomIn', label: '放大' },
    { role: 'zoomOut', label: '缩小' },
    { role: 'resetZoom', label: '实际大小' },
    SEPARATOR,
    { role: 'togglefullscreen', label: '全屏' },
  ],
}
