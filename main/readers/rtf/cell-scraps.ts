import { paragraphText, type SettledBlock } from '../settled/settled.ts'

/** What stands in the cells of a Chinese table: Chinese and its punctuation, numbers and the signs beside them. */
const USUAL = /^[\p{Script=Han}\p{N}\s\u2000-\u206f\u3000-\u303f\uff00-\uff65,.:+\-/%()×±−]*$/u

/** A comma or a point that belongs to no number, and the second half of a pair of brackets. */
const LOOSE = /(?<!\d)[,.%]|,(?!\d)|^[^(（]*\)/

/** Whether a bracket is open at the end. */
const isUnclosed = (text: string): boolean =>
  text.lastIndexOf('(') > Math.max(text.lastIndexOf(')'), text.lastIndexOf('）'))

/**
 * Whether a cell holds what a control word leaves that has lost its backslash (`^fs18`): western letters, or signs of
 * no number. A cell of western text has them too; no number is lost when somebody looks there.
 */
export function hasScraps(blocks: readonly SettledBlock[]): boolean {
  return blocks.some((block) => {
    const text = block.kind === 'paragraph' ? paragraphText(block) : ''
    return !USUAL.test(text) || LOOSE.test(text) || isUnclosed(text)
  })
}
