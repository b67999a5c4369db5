import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.Node
export type Document = DefaultTreeAdapterTypes.Document
export type DocumentFragment = DefaultTreeAdapterTypes.DocumentFragment
export type Element = DefaultTreeAdapterTypes.Element
export type TextNode = DefaultTreeAdapterTypes.TextNode
export type ParentNode = DefaultTreeAdapterTypes.ParentNode
export type ChildNode = DefaultTreeAdapterTypes.ChildNode

export const isText = (node: Node): node is TextNode => node.nodeName === '#text'

/** Names of all other nodes begin with `#`; asking for a property that most nodes lack is slow in a hot loop. */
export const isElement = (node: Node): node is Element => node.nodeName.charCodeAt(0) !== HASH

const HASH = 35

/** An attribute's value; undefined where the element does not have it. */
export function attributeOf(element: Element, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value
  return undefined
}

/** The element around a node; undefined for those at the top. */
export function parentElement({ parentNode }: Element | TextNode): Element | undefined {
  return parentNode !== null && isElement(parentNode) ? parentNode : undefined
}

/** The first element of this name below `root` that is not inside another one; the document's `body`, a `table`. */
export function findElement(root: ParentNode, tagName: string): Element | undefined {
  const pending: ParentNode[] = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const children: Element[] = []
    for (const child of node.childNodes) if (isElement(child)) children.push(child)
    const found = children.find((child) => child.tagName === tagName)
    if (found !== undefined) return found
    pending.push(...children.reverse())
  }
  return undefined
}

/** Whether a person would see any text in it; contents of `template` do not count. */
export function hasText(root: ParentNode): boolean {
  const pending: ParentNode[] = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const child of node.childNodes) {
      if (isText(child) && /\S/.test(child.value)) return true
      if (isElement(child)) pending.push(child)
    }
  }
  return false
}
