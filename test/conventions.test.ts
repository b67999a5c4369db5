import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as ruleIndex from '../shared/rules/index.ts'

const ROOT = resolve(import.meta.dirname, '..')
const RULES = join(ROOT, 'shared/rules')
const REFERENCE = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8')

/** What makes an export of a file in shared/rules a rule, whatever it is given to check. */
const isRule = (value: unknown): value is { readonly meta: { readonly id: string } } =>
  typeof value === 'object' &&
  value !== null &&
  'check' in value &&
  typeof value.check === 'function' &&
  'meta' in value &&
  typeof value.meta === 'object' &&
  value.meta !== null &&
  'id' in value.meta &&
  typeof value.meta.id === 'string'

describe('rules', async () => {
  const listed = Object.values(ruleIndex)
    .flat()
    .map((rule) => rule.meta)
  const files = await ruleFiles()

  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(15)
  })

  it.each(files)(
    '$name: the id is the file’s name, the index lists it, a test stands beside it',
    ({ name, ids }) => {
      expect(ids).toEqual([name])
      expect(listed.filter(({ id }) => id === name)).toHaveLength(1)
      expect(existsSync(join(RULES, `${name}.test.ts`))).toBe(true)
    },
  )

  it('are each one file: the index names nothing else, and no id twice', () => {
    expect(listed.map(({ id }) => id).toSorted()).toEqual(files.map(({ name }) => name).toSorted())
  })

  it.each(listed)('$id: the rule reference says what it says', ({ id, severity, about }) => {
    const section = REFERENCE.split(/^### /m).find((part) => part.startsWith(`\`${id}\``))
    expect(section, `docs/rules.md has no section for ${id}`).toBeDefined()
    expect(section).toContain(about)
    expect(section).toContain(`\`${severity}\``)
  })

  it('the rule reference names no rule that does not exist', () => {
    const named = [...REFERENCE.matchAll(/^### `([^`]+)`/gm)].map(([, id]) => id)
    expect(named.toSorted()).toEqual(listed.map(({ id }) => id).toSorted())
  })
})

describe('imports', () => {
  // Pure packages: no Node, no DOM, no state of their own.
  const PURE = new Set(['zod', 'pinyin-pro'])

  it('shared/ imports nothing but shared/ and pure packages', () => {
    const outside = sourcesIn('shared')
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ area, specifier }) => area !== 'shared' && !PURE.has(specifier))
          .map(describeImport),
      )
    expect(outside).toEqual([])
  })

  it('a folder of shared/ imports only folders of the layers under it', () => {
    const upward = sourcesIn('shared')
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) =>
        importsOf(file).filter(({ target }) => {
          const [from, to] = [file, target].map((path) => path.split('/').slice(1, -1)[0])
          if (from === undefined || to === undefined || from === to) return false
          return rankOf(to) < 0 || rankOf(from) <= rankOf(to)
        }),
      )
    expect(upward.map(describeImport)).toEqual([])
  })

  it('main/ and renderer/ never import each other', () => {
    const crossing = [
      ...sourcesIn('main').flatMap((file) =>
        importsOf(file).filter(({ area }) => area === 'renderer'),
      ),
      ...sourcesIn('renderer').flatMap((file) =>
        importsOf(file).filter(({ area }) => area === 'main'),
      ),
    ]
    expect(crossing.map(describeImport)).toEqual([])
  })

  it('nothing but tests imports test/', () => {
    const leaks = ['main', 'renderer', 'shared']
      .flatMap(sourcesIn)
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .flatMap((file) => importsOf(file).filter(({ area }) => area === 'test'))
    expect(leaks.map(describeImport)).toEqual([])
  })

  it('the scan sees every way to import', () => {
    const source = `
      import a from './a.ts'
      import './b.ts'
      import type {
        C,
      } from "./c.ts"
      export { d } from './d.ts'
      const e = await import('./e.ts')
      const text = 'import is a word'`
    expect(specifiersIn(source)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts'])
  })
})

/** The folders of shared/, each of which knows only those of the lines above its own. */
const LAYERS = [
  ['form', 'document'],
  ['text'],
  ['report'],
  ['extract', 'rules', 'ipc'],
  ['check'],
  ['checklist', 'desk'],
]

/** Negative for a folder that is on no line, which nobody may import. */
const rankOf = (folder: string): number => LAYERS.findIndex((layer) => layer.includes(folder))

interface RuleFile {
  /** Without the extension. */
  readonly name: string
  readonly ids: readonly string[]
}

/** The files of shared/rules that export a rule; the others are what rules are built from. */
async function ruleFiles(): Promise<readonly RuleFile[]> {
  const names = readdirSync(RULES).flatMap((file) => /^([a-z\d-]+)\.ts$/.exec(file)?.[1] ?? [])
  const files = await Promise.all(
    names
      .filter((name) => name !== 'index')
      .map(async (name): Promise<RuleFile> => {
        const url = pathToFileURL(join(RULES, `${name}.ts`)).href
        const exports: Record<string, unknown> = await import(/* @vite-ignore */ url)
        const ids = Object.values(exports).flatMap((value) =>
          isRule(value) ? [value.meta.id] : [],
        )
        return { name, ids }
      }),
  )
  return files.filter(({ ids }) => ids.length > 0)
}

/** The source files of a top folder, as paths from the root with slashes. */
const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)

interface Import {
  readonly from: string
  readonly specifier: string
  /** From the root, with slashes. */
  readonly target: string
  /** The top folder it leads to; `package` for what is not a path. */
  readonly area: string
}

function importsOf(file: string): readonly Import[] {
  return specifiersIn(readFileSync(join(ROOT, file), 'utf8')).map((specifier) => {
    const target = relative(ROOT, resolve(ROOT, dirname(file), specifier)).replaceAll('\\', '/')
    const area = specifier.startsWith('.') ? (target.split('/')[0] ?? '') : 'package'
    return { from: file, specifier, target, area }
  })
}

const specifiersIn = (source: string): readonly string[] =>
  [
    ...source.matchAll(
      /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
    ),
  ].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '')

const describeImport = ({ from, specifier }: Import): string => `${from} imports ${specifier}`
