import type { ThreadFailure } from '../main/work/thread.ts'
import type { CellId } from '../shared/form/edition.ts'
import type { Result } from '../shared/result.ts'
import type { GroundTruth } from '../test/builders/ground-truth.ts'
import type { ByteDamage } from './damage-bytes.ts'
import type { DamageAnswer } from './read-damaged.ts'

/** What came of the damages of one file. */
export class DamageTally {
  static readonly headings =
    'format,runs,read,refused,timeouts,crashes,right,uncertain,missing,shown,wrong'.split(',')

  readonly name: string
  /** What must not be, one line each. */
  readonly troubles: string[] = []
  #runs = 0
  #read = 0
  #timeouts = 0
  #crashes = 0
  readonly #refused = new Map<string, number>()
  readonly #cells = { right: 0, uncertain: 0, missing: 0, shown: 0, wrong: 0 }

  constructor(name: string) {
    this.name = name
  }

  /** `isShown` tells whether the damaged bytes truly show that text in the cell. */
  async add(
    run: number,
    damage: ByteDamage,
    outcome: Result<DamageAnswer, ThreadFailure>,
    truth: GroundTruth,
    isShown: (id: CellId, raw: string) => Promise<boolean>,
  ): Promise<void> {
    this.#runs += 1
    if (!outcome.ok) {
      this.#addFailure(run, outcome.error)
      return
    }
    const answer = outcome.value
    if (answer.kind === 'refused') {
      this.#refused.set(answer.code, (this.#refused.get(answer.code) ?? 0) + 1)
      return
    }
    this.#read += 1
    const certain = new Map(answer.certain)
    const uncertain = new Set(answer.uncertain)
    for (const [id, { raw }] of truth.cells) {
      const reading = certain.get(id)
      if (reading === raw) this.#cells.right += 1
      else if (uncertain.has(id)) this.#cells.uncertain += 1
      else if (reading === undefined) this.#cells.missing += 1
      else if (await isShown(id, reading)) this.#cells.shown += 1
      else {
        this.#cells.wrong += 1
        this.troubles.push(
          `${this.name}, run ${run}, ${damage.kind}: ${id} silently read as ${JSON.stringify(reading)} for ${JSON.stringify(raw)}`,
        )
      }
    }
  }

  #addFailure(run: number, reason: ThreadFailure): void {
    if (reason.kind === 'timeout') this.#timeouts += 1
    else this.#crashes += 1
    this.troubles.push(
      `${this.name}, run ${run}: ${reason.kind}${reason.kind === 'crashed' ? ` ${reason.detail}` : ''}`,
    )
  }

  row(): readonly string[] {
    const refused = [...this.#refused.values()].reduce((sum, count) => sum + count, 0)
    const { right, uncertain, missing, shown, wrong } = this.#cells
    return [
      this.name,
      ...[this.#runs, this.#read, refused, this.#timeouts, this.#crashes].map(String),
      ...[right, uncertain, missing, shown, wrong].map(String),
    ]
  }

  /** Codes and how often each. */
  refusals(): string {
    return [...this.#refused].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'
  }
}
