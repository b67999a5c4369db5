import {
  ARCHIVE_EXTENSION,
  GIVEN_EXTENSIONS,
} from '../../../../shared/document/report-extensions.ts'

/** What a folder is searched for; a file that is given by itself is always tried, whatever its name. */
const WANTED: ReadonlySet<string> = new Set(GIVEN_EXTENSIONS)

/** Whether a file found in a folder is taken: reports, without hidden files and what office programs leave behind. */
export function isWantedInFolder(name: string): boolean {
  if (isPassedOver(name)) return false
  return WANTED.has(extensionOf(name))
}

/** Whether a file may be a zip of reports; its content decides. */
export const isArchiveName = (name: string): boolean => extensionOf(name) === ARCHIVE_EXTENSION

/** Hidden folders and files, the lock files of Word and WPS, and drafts. */
export const isPassedOver = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || name.toLowerCase().endsWith('.tmp')

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()
