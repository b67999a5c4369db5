/** What a folder is searched for; a file that is given by itself is always tried, whatever its name. */
const REPORT_EXTENSIONS: ReadonlySet<string> = new Set([
  'docx',
  'doc',
  'wps',
  'pdf',
  'html',
  'htm',
  'mht',
  'txt',
  'md',
])

/** Whether a file found in a folder is taken: reports, without hidden files and what office programs leave behind. */
export function isWantedInFolder(name: string): boolean {
  if (isPassedOver(name)) return false
  return REPORT_EXTENSIONS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
}

/** Hidden folders and files, the lock files of Word and WPS, and drafts. */
export const isPassedOver = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || name.toLowerCase().endsWith('.tmp')
