/** `nobody` on every Linux. */
const NOBODY = 65534

/** The user to run the command as where rights matter: root may read and write everything. */
export const ORDINARY_USER: number | undefined = process.getuid?.() === 0 ? NOBODY : undefined
