import { useSyncExternalStore } from 'react'

/** The screens, as the part of the address behind `#` names them, so that a reload keeps the screen. */
export type Route =
  | { readonly screen: 'reports' }
  | { readonly screen: 'unreadable' }
  | { readonly screen: 'review'; readonly report: number; readonly version: number | null }
  | { readonly screen: 'checklist'; readonly reports: readonly number[] }
  | { readonly screen: 'settings' }
  | { readonly screen: 'help' }

export type Navigate = (route: Route) => void

/** The screen that is shown, and how to show another one. */
export function useRoute(): readonly [Route, Navigate] {
  const hash = useSyncExternalStore(onHashChange, readHash)
  return [parseRoute(hash), showRoute]
}

/** Shows that screen. */
export const showRoute: Navigate = (route) => {
  location.hash = hashOf(route)
}

/** What stands behind `#` for that screen. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'review':
      return `/review/${route.report}${route.version === null ? '' : `/${route.version}`}`
    case 'checklist':
      return `/checklist/${route.reports.join(',')}`
    default:
      return `/${route.screen}`
  }
}

/** The screen that an address names; the reports where it names none. */
export function parseRoute(hash: string): Route {
  const [screen, first = '', second = ''] = hash.replace(/^#?\/?/, '').split('/')
  switch (screen) {
    case 'review':
      return isId(first)
        ? { screen, report: Number(first), version: isId(second) ? Number(second) : null }
        : { screen: 'reports' }
    case 'checklist':
      return { screen, reports: first.split(',').filter(isId).map(Number) }
    case 'unreadable':
    case 'settings':
    case 'help':
      return { screen }
    default:
      return { screen: 'reports' }
  }
}

const isId = (text: string): boolean => /^[1-9]\d{0,14}$/.test(text)

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

const readHash = (): string => location.hash
