import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where one computer keeps this program's files of its own. */
export function dataFolderOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const { NIANBAO_DESK_DATA, APPDATA, XDG_DATA_HOME } = env
  if (NIANBAO_DESK_DATA !== undefined && NIANBAO_DESK_DATA !== '') return NIANBAO_DESK_DATA
  return join(userFolder({ APPDATA, XDG_DATA_HOME }, platform), 'nianbao-desk')
}

function userFolder(
  {
    APPDATA,
    XDG_DATA_HOME,
  }: { readonly APPDATA: string | undefined; readonly XDG_DATA_HOME: string | undefined },
  platform: NodeJS.Platform,
): string {
  switch (platform) {
    case 'win32':
      return APPDATA ?? join(homedir(), 'AppData', 'Roaming')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support')
    default:
      return XDG_DATA_HOME?.startsWith('/') === true
        ? XDG_DATA_HOME
        : join(homedir(), '.local', 'share')
  }
}

/** Whether a window can be shown: on Linux somebody must be in front of a screen. */
export const hasDisplay = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean => {
  if (platform === 'win32' || platform === 'darwin') return true
  const { DISPLAY, WAYLAND_DISPLAY } = env
  return [DISPLAY, WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '')
}
