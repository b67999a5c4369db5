import { EventEmitter } from 'node:events'

type BeforeRequest = (
  details: { readonly url: string },
  callback: (answer: { readonly cancel: boolean }) => void,
) => void

type PermissionRequest = (
  contents: { readonly getURL: () => string },
  permission: string,
  callback: (isGranted: boolean) => void,
) => void

type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean

/** The session of all pages, and the rules that were set for it. */
export function createSessionDouble() {
  const rules: {
    beforeRequest?: BeforeRequest
    permissionRequest?: PermissionRequest
    permissionCheck?: PermissionCheck
    device?: () => boolean
    spellChecker?: boolean
  } = {}
  return Object.assign(new EventEmitter(), {
    rules,
    webRequest: {
      onBeforeRequest: (listener: BeforeRequest) => {
        rules.beforeRequest = listener
      },
    },
    setPermissionRequestHandler: (handler: PermissionRequest) => {
      rules.permissionRequest = handler
    },
    setPermissionCheckHandler: (handler: PermissionCheck) => {
      rules.permissionCheck = handler
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      rules.device = handler
    },
    setSpellCheckerEnabled: (isEnabled: boolean) => {
      rules.spellChecker = isEnabled
    },
  })
}
