/**
 * What becomes of a group, by the word at its beginning (specification 1.9.1, appendix B: control words of the type
 * "destination").
 * `skipped`, `colours`: it holds no text of the document. `apart`: it has paragraphs and tables of its own, which are not read.
 * `unreadable`: it shows something that is no text, such as a picture. `no-text`: it should hold none, and is not read.
 * `shape`: only text boxes inside it are read. `unicode-pair`: of the two groups inside, the one in Unicode is read.
 */
export type Destination =
  | 'skipped'
  | 'colours'
  | 'apart'
  | 'unreadable'
  | 'no-text'
  | 'comment'
  | 'fonts'
  | 'styles'
  | 'numbering'
  | 'field'
  | 'instruction'
  | 'shape'
  | 'text-box'
  | 'unicode-pair'
  | 'unicode-text'
  | 'nested-row'

/** The destination that a word opens; undefined where it opens none. */
export function destinationOf(name: string): Destination | undefined {
  return DESTINATIONS.get(name)
}

const SKIPPED = [
  'annotationref atnauthor atndate atnicn atnid atnparent atnref atntime bkmkend bkmkstart colorschememapping',
  'datafield datastore ebcend ebcstart factoidname falt filetbl fontemb formfield generator info',
  'latentstyles listoverridetable listpicture listtable nonshppict objclass objdata panose',
  'pgdsctbl pgptbl pn pnseclvl pntxta pntxtb private revtbl rsidtbl rxe sp tc tcn themedata txe userprops xe',
  'xmlattrname xmlattrvalue xmlname xmlnstbl xmlopen',
].flatMap((words) => words.split(' '))

const APART = [
  'aftncn aftnsep aftnsepc background footer footerf footerl footerr footnote ftncn ftnsep ftnsepc header',
  'headerf headerl headerr shprslt template',
].flatMap((words) => words.split(' '))

const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ...SKIPPED.map((name): [string, Destination] => [name, 'skipped']),
  ...APART.map((name): [string, Destination] => [name, 'apart']),
  ['annotation', 'comment'],
  ['colortbl', 'colours'],
  ['do', 'shape'],
  ['dptxbxtext', 'text-box'],
  ['field', 'field'],
  ['fldinst', 'instruction'],
  ['fonttbl', 'fonts'],
  ['listtext', 'numbering'],
  ['mmath', 'unreadable'],
  ['moMath', 'unreadable'],
  ['nesttableprops', 'nested-row'],
  ['nonesttables', 'no-text'],
  ['object', 'unreadable'],
  ['pict', 'unreadable'],
  ['pntext', 'numbering'],
  ['shpinst', 'shape'],
  ['shppict', 'unreadable'],
  ['shptxt', 'text-box'],
  ['stylesheet', 'styles'],
  ['ud', 'unicode-text'],
  ['upr', 'unicode-pair'],
])
