import { existsSync } from 'node:fs'
import manifest from '../../package.json' with { type: 'json' }

/**
 * npm runs a script in the folder of the package, and says in INIT_CWD where it was called: paths are meant from there.
 * Only for our own script: a script of another project that calls this program means the paths as they are.
 */
export function goToCallersFolder(env: NodeJS.ProcessEnv): void {
  const { INIT_CWD, npm_lifecycle_event, npm_package_name } = env
  const isOurScript = npm_lifecycle_event === 'check' && npm_package_name === manifest.name
  if (isOurScript && INIT_CWD !== undefined && existsSync(INIT_CWD)) process.chdir(INIT_CWD)
}
