import type { CheckAnswer, Wants } from '../work/check-file.ts'
import type { OutputFormat } from './options.ts'
import { textOutput } from './output-text.ts'
import type { Totals } from './totals.ts'

/** How answers become the text on standard output. */
export interface Output {
  /** `input`: reports appear in the order of the files; `done`: each as soon as it is done. */
  readonly order: 'input' | 'done'
  readonly wants: Wants
  readonly start: string
  /** `index` counts the answers as they are written, from 0. */
  readonly one: (answer: CheckAnswer, index: number) => string
  readonly end: (totals: Totals) => string
}

export function outputOf(format: OutputFormat, colour: 'colour' | 'plain'): Output {
  switch (format) {
    case 'text':
      return textOutput(colour)
    case 'json':
      return JSON_DOCUMENT
    case 'ndjson':
      return JSON_LINES
  }
}

/** One document, written piece by piece; complete only when the last piece is there. */
const JSON_DOCUMENT: Output = {
  order: 'input',
  wants: { json: true, checklist: false },
  start: '{"schema":1,"reports":[',
  one: (answer, index) => `${index === 0 ? '' : ','}\n${jsonOf(answer)}`,
  end: () => '\n]}\n',
}

const JSON_LINES: Output = {
  order: 'done',
  wants: { json: true, checklist: false },
  start: '',
  one: (answer) => `${jsonOf(answer)}\n`,
  end: () => '',
}

function jsonOf({ json }: CheckAnswer): string {
  if (json === null) throw new Error('an answer without the JSON that was wanted')
  return json
}
