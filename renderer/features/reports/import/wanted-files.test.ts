import { expect, it } from 'vitest'
import { isWantedInFolder } from './wanted-files.ts'

it.each([
  ['清水镇2023.docx', true],
  ['清水镇2023.PDF', true],
  ['index.HTM', true],
  ['~$清水镇2023.docx', false],
  ['.hidden.docx', false],
  ['草稿.tmp', false],
  ['照片.jpg', false],
  ['没有扩展名', false],
])('%s: %s', (name, isWanted) => {
  expect(isWantedInFolder(name)).toBe(isWanted)
})
