import { describe, expect, it } from 'vitest'
import { hashOf, parseRoute, type Route } from './routes.ts'

describe('parseRoute', () => {
  it.each<Route>([
    { screen: 'reports' },
    { screen: 'unreadable' },
    { screen: 'review', report: 12, version: null },
    { screen: 'review', report: 12, version: 3 },
    { screen: 'checklist', reports: [3, 1, 2] },
    { screen: 'settings' },
    { screen: 'help' },
  ])('reads back what hashOf wrote: %o', (route) => {
    expect(parseRoute(`#${hashOf(route)}`)).toEqual(route)
  })

  it.each(['', '#', '#/', '#/nothing', '#/review/', '#/review/x', '#/review/-1'])(
    'shows the reports for %j',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ screen: 'reports' })
    },
  )

  it('leaves out what is no number', () => {
    expect(parseRoute('#/checklist/1,x,2')).toEqual({ screen: 'checklist', reports: [1, 2] })
    expect(parseRoute('#/review/4/old')).toEqual({ screen: 'review', report: 4, version: null })
  })
})
