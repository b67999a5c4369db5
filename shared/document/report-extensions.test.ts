import { expect, it } from 'vitest'
import { GIVEN_EXTENSIONS } from './report-extensions.ts'

it('lists the types that other programs may rely on', () => {
  const promised = 'docx pdf html htm txt md doc wps rtf odt xlsx xls ofd mht mhtml zip'
  expect(GIVEN_EXTENSIONS.toSorted()).toEqual(promised.split(' ').sort())
})
