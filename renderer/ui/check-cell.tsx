interface Props {
  readonly label: string
  readonly isChecked: boolean
  readonly isPartly?: boolean
  /** Whether Tab stops here; in the rows of a grid it does not. */
  readonly isReachable: boolean
  readonly onToggle: (isRange: boolean) => void
}

/** A tick box whose whole cell is the target. */
export function CheckCell({ label, isChecked, isPartly = false, isReachable, onToggle }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the click from the row; the box itself takes keys.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    <span className="check-cell" onClick={(event) => event.stopPropagation()}>
      <input
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        ref={(box) => {
          if (box !== null) box.indeterminate = isPartly
        }}
        tabIndex={isReachable ? 0 : -1}
        onChange={(event) =>
          onToggle(event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
        }
      />
    </span>
  )
}
