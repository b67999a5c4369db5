import type { PickKind } from '../../../../shared/ipc/contract.ts'
import { inputFiles } from './given-files.ts'
import type { GivenFile } from './incoming.ts'

/** The page's own dialog, where the host has none; null where the person chose nothing. */
export function askForFiles(kind: PickKind): Promise<readonly GivenFile[] | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = kind === 'folder'
  return new Promise((resolve) => {
    input.addEventListener('change', () =>
      resolve(inputFiles(input.files ?? [], kind === 'folder')),
    )
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}
