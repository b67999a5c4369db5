/** The one model every reader delivers, whatever the file was: paragraphs and tables in reading order. */
export interface SourceDocument {
  readonly format: SourceFormat
  readonly blocks: readonly Block[]
  /** What a person should know about the file itself, beside its content. */
  readonly notes: readonly DocumentNote[]
}

export type SourceFormat =
  | 'docx'
  | 'pdf'
  | 'html'
  | 'text'
  | 'ofd'
  | 'odt'
  | 'rtf'
  | 'xlsx'
  | 'xls'
  | 'doc'

export type Block = Paragraph | Table

export interface Paragraph {
  readonly kind: 'paragraph'
  /**
   * The text as it stands in the document, without automatic numbering. Only the text reader delivers
   * empty paragraphs (one for each empty line): in a table flattened to lines an empty line may be a blank cell.
   */
  readonly text: string
  /** Automatic numbering as the office program shows it (`一、`); empty where there is none. */
  readonly numbering: string
  /** Outline level from 1 where the source marks a heading; 0 for body text. */
  readonly level: number
  readonly at: readonly Place[]
}

export interface Table {
  readonly kind: 'table'
  /**
   * `grid`: rows, columns and spans are those the document defines.
   * `rows`: only the order of cells inside a row is known (flattened text); `column` is the ordinal in the row.
   */
  readonly geometry: 'grid' | 'rows'
  readonly rowCount: number
  readonly columnCount: number
  /** In reading order: by row, then by column. A merged cell stands once, at its top left. */
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  /** From 0. */
  readonly row: number
  readonly column: number
  /** At least 1. */
  readonly rowSpan: number
  readonly columnSpan: number
  /** The text as it stands in the document, lines joined by a line break; not trimmed inside. */
  readonly text: string
  /** Automatic numbering before the text (`1.`); empty where there is none. */
  readonly numbering: string
  /** Usually one place; a cell torn by a page end has one for each page. */
  readonly at: readonly Place[]
  /** Set where the reader is not sure that this is the whole and only text of the cell. */
  readonly doubt?: CellDoubt
}

/** Why a reader doubts a cell's text. */
export type CellDoubt =
  /** Two texts that may belong to two cells share this one, or the text crosses a cell border. */
  | 'crosses-border'
  /** Cell borders were inferred from the positions of the texts, not drawn in the document. */
  | 'inferred-grid'
  /** The text was partly hidden or drawn twice differently. */
  | 'hidden-text'

/** Where a text stands, so that a screen can mark it. */
export type Place = PagePlace | ElementPlace | TextPlace

/** PDF. Pages from 1; the box is in points, origin at the top left of the page as it is shown. */
export interface PagePlace {
  readonly kind: 'page'
  readonly page: number
  readonly box: Box
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Word and HTML. `id` is the id attribute of the element in the sanitised view of the source. */
export interface ElementPlace {
  readonly kind: 'element'
  readonly id: string
}

/** Text. Lines and columns from 1, columns in UTF-16 units; `end` is exclusive. */
export interface TextPlace {
  readonly kind: 'text'
  readonly start: TextPosition
  readonly end: TextPosition
}

export interface TextPosition {
  readonly line: number
  readonly column: number
}

/** What a reader noticed about the file. */
export type DocumentNote =
  /** The file still holds tracked insertions or deletions; it was read as if all were accepted. */
  | { readonly kind: 'revisions'; readonly count: number }
  | { readonly kind: 'comments'; readonly count: number }
  /** Text formatted as hidden was left out. */
  | { readonly kind: 'hidden-text'; readonly count: number }
  /** `label` is the encoding's usual name (`UTF-8`, `GB18030`). */
  | { readonly kind: 'encoding'; readonly label: string; readonly declared: boolean }
  /** Pages without any text between pages that have some: perhaps a table as a picture. */
  | { readonly kind: 'image-pages'; readonly pages: readonly number[] }
