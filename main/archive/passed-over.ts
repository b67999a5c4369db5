/** Hidden files and folders, the lock files of Word and WPS, drafts, and what macOS adds to a zip. */
export const isPassedOver = (name: string): boolean =>
  name.startsWith('.') ||
  name.startsWith('~$') ||
  name === '__MACOSX' ||
  name.toLowerCase().endsWith('.tmp')
