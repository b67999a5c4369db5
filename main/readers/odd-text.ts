/** Whether a character in the text makes what follows read from right to left, so that 21 looks like 12. */
export const isTurned = (text: string): boolean => text.includes(RIGHT_TO_LEFT_OVERRIDE)

const RIGHT_TO_LEFT_OVERRIDE = '\u202e'

/** Whether there are characters in the text that look different in every font: signs of a symbol font. */
export const hasPrivateSigns = (text: string): boolean => /[\ue000-\uf8ff]/.test(text)

/** All but tab and line end, and what is no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

/** A mark in place of each control character: no text has them, and a view cannot show them. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '\ufffd')
