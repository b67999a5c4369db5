import { expect, it } from 'vitest'
import { picture, rawPdf } from '../../../test/builders/pdf-raw-page.ts'
import { coverOf, imagesOf } from './opaque-images.ts'

it('a picture with a mask can be looked through, and the mask is no picture', () => {
  const bytes = rawPdf({ objects: [picture('/SMask 11 0 R'), picture()] })
  expect(imagesOf(bytes)).toEqual({ opaque: [], transparent: [1] })
})

it('a picture without a mask hides what is under it', () => {
  expect(imagesOf(rawPdf({ objects: [picture()] }))).toEqual({ opaque: [1], transparent: [] })
})

it('where a file has both kinds the proportions tell which of them a picture is, if not surely', () => {
  const images = { opaque: [1.5], transparent: [1] }
  expect(coverOf(images, 1)).toBe('shows')
  expect(coverOf(images, 1.5)).toBe('may-hide')
  expect(coverOf(images, 4)).toBe('may-hide')
})

it('in a file without pictures of its own, a picture of the content hides', () => {
  expect(coverOf({ opaque: [], transparent: [] }, 2)).toBe('hides')
})
