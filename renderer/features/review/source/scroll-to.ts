/** Room kept between what is shown and the edge of the view, where there is so much, in CSS pixels. */
const MARGIN = 48

/** Scrolls the view so that the target stands in its middle; not at all where it is well in view already. */
export function scrollIntoMiddle(view: Element, target: Element): void {
  const frame = view.getBoundingClientRect()
  const box = target.getBoundingClientRect()
  const margin = Math.max(0, Math.min(MARGIN, (frame.height - box.height) / 3))
  const isSeen =
    box.top >= frame.top + margin &&
    box.bottom <= frame.bottom - margin &&
    box.left >= frame.left &&
    box.right <= frame.right
  if (isSeen) return
  // Of what is higher than the view, the beginning is shown.
  const isHigh = box.height > frame.height - 2 * margin
  view.scrollBy({
    top: isHigh ? box.top - frame.top : box.top + box.height / 2 - (frame.top + frame.height / 2),
    left:
      box.left < frame.left || box.right > frame.right
        ? box.left + box.width / 2 - (frame.left + frame.width / 2)
        : 0,
  })
}
