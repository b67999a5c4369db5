/**
 * Text of a document or a file's name, fit to be printed on one line: controls, which steer a terminal, and
 * direction marks, which turn the text around them, become `�`; line breaks and tabs become spaces.
 */
export const printable = (text: string): string => text.replace(BREAKS, ' ').replace(CONTROLS, '�')

const BREAKS = /[\t\r\n\v\f\u0085\u2028\u2029]+/gu

const CONTROLS = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
