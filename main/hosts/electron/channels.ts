/** Messages between the preload script and the main process beside the calls of the contract. */
export const CHANNELS = {
  /** Paths of dropped files, which only the preload script can see. */
  adoptFiles: 'host:adopt-files',
  /** The page was kept from loading that address by its policy. */
  blocked: 'host:blocked',
} as const
