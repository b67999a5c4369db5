import { join } from 'node:path'
import { describe } from 'vitest'
import { journey, SAMPLES } from './desk.ts'
import { expectEveryMark } from './every-mark.ts'

describe('every cell chosen in the form is marked in the source with its own text, and found by a click there', () => {
  for (const name of [
    '清溪镇2023.docx',
    '柳湾乡2020.html',
    '白鹭镇2021.txt',
    '南坪乡2024.md',
    '石渡镇2022.pdf',
  ])
    journey(name, (desk) => expectEveryMark(desk, join(SAMPLES, name)))
})
