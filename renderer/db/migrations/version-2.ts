/**
 * Version 2 of the schema. Readings, views and findings leave the version's row, so that deciding about a finding does
 * not load a document; reports get a revision, so that the list asks only for what changed, and the key of their unit,
 * so that its other years are found; the journal is kept for each report.
 */
export const VERSION_2_STORES = {
  reports: '++id, key, unitKey, revision',
  versions: '++id, reportId, sha256, path',
  readings: 'versionId',
  views: 'versionId',
  checks: 'versionId',
  journal: '++seq, reportId',
} as const
