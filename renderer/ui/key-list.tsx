import { Fragment } from 'react'
import './key-list.css'

interface Props {
  readonly groups: readonly {
    readonly title: string
    readonly lines: readonly { readonly keys: readonly string[]; readonly does: string }[]
  }[]
}

/** Keys and what they do, group by group. */
export function KeyList({ groups }: Props) {
  return (
    <div className="key-list">
      {groups.map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {lines.map(({ keys, does }) => (
              <Fragment key={`${keys.join(' ')} ${does}`}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
