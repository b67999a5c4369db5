/** Extensions of the files in which reports come, as people know them; what a file is decides its content. */
export const REPORT_EXTENSIONS = [
  'docx',
  'doc',
  'wps',
  'pdf',
  'ofd',
  'html',
  'htm',
  'mht',
  'mhtml',
  'rtf',
  'odt',
  'xlsx',
  'xls',
  'txt',
  'md',
] as const

/** The same for a person, the kinds an office has first. */
export const REPORT_KINDS = 'Word、WPS、PDF、OFD、网页、RTF、ODT、Excel 和文本文件'

/** A zip of reports; zips that are documents themselves have names of their own. */
export const ARCHIVE_EXTENSION = 'zip'

/** What a person may give to the program. */
export const GIVEN_EXTENSIONS = [...REPORT_EXTENSIONS, ARCHIVE_EXTENSION] as const
