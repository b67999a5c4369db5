import type { DifferenceCounts } from '../shared/desk/version-difference.ts'

/** `2 处问题消失了，新出现 1 处，4 处没有变`, without what is none. */
export function differenceWords({
  gone,
  unchecked,
  added,
  changed,
  same,
}: DifferenceCounts): string {
  const parts = [
    gone > 0 ? `${gone} 处问题消失了` : '',
    added > 0 ? `新出现 ${added} 处` : '',
    changed > 0 ? `${changed} 处还在、数字变了` : '',
    unchecked > 0 ? `${unchecked} 处没法再核对` : '',
    same > 0 ? `${same} 处没有变` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '两版都没有发现问题' : parts.join('，')
}
