import { describe, expect, it } from 'vitest'
import { type KeyPress, pressOf } from './shortcut.ts'

const press = (changes: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...changes,
})

describe('pressOf', () => {
  it.each<[string, Partial<KeyPress>]>([
    ['j', { key: 'j', code: 'KeyJ' }],
    ['j', { key: 'J', code: 'KeyJ' }],
    ['Shift+N', { key: 'N', code: 'KeyN', shiftKey: true }],
    ['Ctrl+Z', { key: 'z', code: 'KeyZ', ctrlKey: true }],
    ['Ctrl+Z', { key: 'z', code: 'KeyZ', metaKey: true }],
    ['Ctrl+Shift+Z', { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }],
    ['?', { key: '?', code: 'Slash', shiftKey: true }],
    ['?', { key: '？', code: 'Slash', shiftKey: true }],
    [']', { key: '】', code: 'BracketRight' }],
    ['Ctrl++', { key: '+', code: 'Equal', ctrlKey: true, shiftKey: true }],
    ['Escape', { key: 'Escape', code: 'Escape' }],
    ['ArrowDown', { key: 'ArrowDown', code: 'ArrowDown' }],
    ['x', { key: 'ｘ', code: 'KeyX' }],
  ])('%s', (name, changes) => {
    expect(pressOf(press(changes))).toBe(name)
  })

  it('is nothing while an input method is composing', () => {
    expect(pressOf(press({ key: 'j', code: 'KeyJ', isComposing: true }))).toBeNull()
    expect(pressOf(press({ key: 'j', code: 'KeyJ', keyCode: 229 }))).toBeNull()
    expect(pressOf(press({ key: 'Process', code: 'KeyJ' }))).toBeNull()
  })

  it('is nothing for a modifier alone', () => {
    expect(pressOf(press({ key: 'Control', code: 'ControlLeft', ctrlKey: true }))).toBeNull()
  })
})
