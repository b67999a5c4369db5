/**
 * How alike two folded texts are, from 0 to 1: twice the length of their longest common subsequence over the sum
 * of their lengths. Order matters, so a label with a lost or a wrong character stays near, and another label does not.
 */
export function likeness(left: string, right: string): number {
  if (left === right) return left === '' ? 0 : 1
  if (left === '' || right === '') return 0
  const longest = (2 * Math.min(left.length, right.length)) / (left.length + right.length)
  return longest < USELESS ? 0 : (2 * commonSubsequence(left, right)) / (left.length + right.length)
}

/** Texts whose lengths alone keep them below this are never the same label: they count as wholly unlike. */
export const USELESS = 0.5

function commonSubsequence(left: string, right: string): number {
  let previous = new Uint16Array(right.length + 1)
  let current = new Uint16Array(right.length + 1)
  for (let i = 0; i < left.length; i++) {
    const code = left.charCodeAt(i)
    for (let j = 0; j < right.length; j++) {
      current[j + 1] =
        code === right.charCodeAt(j)
          ? (previous[j] ?? 0) + 1
          : Math.max(previous[j + 1] ?? 0, current[j] ?? 0)
    }
    ;[previous, current] = [current, previous]
  }
  return previous[right.length] ?? 0
}
