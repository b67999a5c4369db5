import { isAbsolute } from 'node:path'
import { GIVEN_EXTENSIONS } from '../../../shared/document/report-extensions.ts'
import type { PickKind } from '../../../shared/ipc/contract.ts'
import type { Pick } from '../../handlers/files.ts'
import type { RunProgram } from './run-program.ts'

export interface DialogOptions {
  readonly platform: NodeJS.Platform
  readonly hasDisplay: boolean
  readonly run: RunProgram
  /** Ends a dialog that is still open. */
  readonly signal: AbortSignal
}

/** The system's own dialog, shown by the program that the system has for it; `unavailable` where it has none. */
export function createSystemDialog({ platform, hasDisplay, run, signal }: DialogOptions): Pick {
  let isOpen = false
  const ask: Pick = async (kind) => {
    for (const [program, args] of programsFor(platform, kind)) {
      const end = await run(program, args, { signal })
      if (end.kind === 'missing') continue
      if (end.status === 0) return pathsIn(end.stdout)
      // Other statuses say that the program itself failed, most often for want of a screen.
      if (end.status === CANCELLED) return { kind: 'cancelled' }
    }
    return { kind: 'unavailable' }
  }
  return async (kind) => {
    if (!hasDisplay) return { kind: 'unavailable' }
    if (isOpen) return { kind: 'cancelled' }
    isOpen = true
    try {
      return await ask(kind)
    } finally {
      isOpen = false
    }
  }
}

/** The status with which all these programs end when a person closes the dialog. */
const CANCELLED = 1

const pathsIn = (output: string): readonly string[] => output.split(/\r?\n/).filter(isAbsolute)

type Command = readonly [program: string, args: readonly string[]]

function programsFor(platform: NodeJS.Platform, kind: PickKind): readonly Command[] {
  switch (platform) {
    case 'win32':
      return [['powershell.exe', powerShellArguments(kind)]]
    case 'darwin':
      return [['/usr/bin/osascript', appleArguments(kind)]]
    default:
      return [
        ['zenity', zenityArguments(kind)],
        ['kdialog', kdialogArguments(kind)],
      ]
  }
}

const TITLES: Readonly<Record<PickKind, string>> = {
  files: '选择年度报告',
  folder: '选择放年度报告的文件夹',
}

const TYPES_NAME = '年度报告'

const PATTERNS = GIVEN_EXTENSIONS.map((extension) => `*.${extension}`)

const zenityArguments = (kind: PickKind): readonly string[] => [
  '--file-selection',
  `--title=${TITLES[kind]}`,
  ...(kind === 'folder'
    ? ['--directory']
    : ['--multiple', '--separator=\n', `--file-filter=${TYPES_NAME} | ${bothCases().join(' ')}`]),
]

const kdialogArguments = (kind: PickKind): readonly string[] => [
  '--title',
  TITLES[kind],
  ...(kind === 'folder'
    ? ['--getexistingdirectory', '.']
    : [
        '--multiple',
        '--separate-output',
        '--getopenfilename',
        '.',
        `${TYPES_NAME} (${bothCases().join(' ')})`,
      ]),
]

/** Patterns of these two programs tell capital letters from small ones; reports on USB sticks are often `.DOCX`. */
const bothCases = (): readonly string[] => [
  ...PATTERNS,
  ...PATTERNS.map((pattern) => pattern.toUpperCase()),
]

function powerShellArguments(kind: PickKind): readonly string[] {
  const title = TITLES[kind]
  const dialog =
    kind === 'folder'
      ? `$d = New-Object System.Windows.Forms.FolderBrowserDialog; $d.Description = '${title}'; $chosen = { $d.SelectedPath }`
      : `$d = New-Object System.Windows.Forms.OpenFileDialog; $d.Title = '${title}'; $d.Multiselect = $true; ` +
        `$d.Filter = '${TYPES_NAME}|${PATTERNS.join(';')}'; $chosen = { $d.FileNames }`
  const script = [
    'Add-Type -AssemblyName System.Windows.Forms',
    '[Console]::OutputEncoding = [System.Text.Encoding]::UTF8',
    dialog,
    // Without an owner in front the dialog opens behind the browser.
    '$owner = New-Object System.Windows.Forms.Form -Property @{ TopMost = $true }',
    `if ($d.ShowDialog($owner) -eq 'OK') { & $chosen } else { exit ${CANCELLED} }`,
  ].join('\n')
  const encoded = Buffer.from(script, 'utf16le').toString('base64')
  return ['-NoProfile', '-NonInteractive', '-STA', '-EncodedCommand', encoded]
}

function appleArguments(kind: PickKind): readonly string[] {
  const types = GIVEN_EXTENSIONS.map((extension) => `"${extension}"`).join(', ')
  const choose =
    kind === 'folder'
      ? `set chosen to {choose folder with prompt "${TITLES.folder}"}`
      : `set chosen to choose file with prompt "${TITLES.files}" of type {${types}} with multiple selections allowed`
  return [
    '-e',
    'set paths to ""',
    '-e',
    choose,
    '-e',
    'repeat with one in chosen\nset paths to paths & POSIX path of one & linefeed\nend repeat',
    '-e',
    'return paths',
  ]
}
