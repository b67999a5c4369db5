interface Props {
  readonly title: string
  readonly advice: string
}

/** What is shown in place of the desk. Plain elements: it must work when nothing else does. */
export function StartFailure({ title, advice }: Props) {
  return (
    <div className="start-failure" role="alert">
      <h1>{title}</h1>
      <p>{advice}</p>
      <button type="button" onClick={() => location.reload()}>
        重新打开
      </button>
    </div>
  )
}
