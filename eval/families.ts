/** Layouts that are asked the same: the share of cells that must be right, in percent; null where nothing is promised. */
export const FAMILIES = {
  docx: 99.5,
  html: 99.5,
  'pdf, ruled': 99.5,
  'pdf, unruled': 98,
  doc: 98,
  rtf: 98,
  odt: 98,
  ofd: 98,
  mht: 98,
  xlsx: 98,
  xls: 98,
  'text, rows whole': 97,
  'text, rows damaged': null,
  'tables damaged': null,
} as const

export type Family = keyof typeof FAMILIES
