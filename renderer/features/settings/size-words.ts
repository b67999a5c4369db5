const STEP = 1024

/** `135 MB`, `1.2 GB`. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / STEP / STEP
  if (megabytes < 1) return `${Math.ceil(bytes / STEP)} KB`
  if (megabytes < STEP) return `${Math.round(megabytes)} MB`
  return `${(megabytes / STEP).toFixed(1)} GB`
}
