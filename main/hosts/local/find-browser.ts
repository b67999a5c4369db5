import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/** A browser of the Chromium family, which can make a PDF without a window; null where none is installed. */
export async function findChromium(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Promise<string | null> {
  for (const place of placesFor(env, platform)) {
    if (await isProgram(place, platform)) return place
  }
  return null
}

function placesFor(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  switch (platform) {
    case 'win32':
      return windowsPlaces(env)
    case 'darwin':
      return MAC_PLACES
    default: {
      const { PATH } = env
      const folders = (PATH ?? '').split(delimiter).filter(isAbsolute)
      return [
        ...LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
        ...LINUX_PLACES,
      ]
    }
  }
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  // The browsers of 360, 奇安信 and 统信 that government desktops come with.
  'browser360-cn-stable',
  'browser360-cn',
  'qaxbrowser-safe-stable',
  'uos-browser',
]

const LINUX_PLACES = [
  '/opt/browser360/browser360-cn',
  '/opt/qaxbrowser-safe/qaxbrowser-safe',
  '/opt/apps/cn.uniontech.browser/files/browser',
]

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function windowsPlaces(env: NodeJS.ProcessEnv): readonly string[] {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': PROGRAMFILES_X86, LOCALAPPDATA, APPDATA } = env
  const bases = [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA, APPDATA]
  return WINDOWS_NAMES.flatMap((name) =>
    bases.flatMap((base) => (base === undefined ? [] : [join(base, name)])),
  )
}

const WINDOWS_NAMES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  '360Chrome\\Chrome\\Application\\360chrome.exe',
  '360ChromeX\\Chrome\\Application\\360ChromeX.exe',
]

const isProgram = (path: string, platform: NodeJS.Platform): Promise<boolean> =>
  access(path, platform === 'win32' ? constants.F_OK : constants.X_OK).then(
    () => true,
    () => false,
  )
