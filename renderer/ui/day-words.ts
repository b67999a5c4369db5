/** `2026-11-22 09:05` by the clock of this machine. */
export function dayWords(milliseconds: number): string {
  const at = new Date(milliseconds)
  const two = (part: number): string => `${part}`.padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}
