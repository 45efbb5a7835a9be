/** Where there is little height, as a keyboard came up from below or all is enlarged, the field in focus stands at the top, and what it finds below it. */
import { useEffect } from 'react'

/** As low as where bars stay at the foot no longer. CSS pixels. */
const LOW = 600
const TYPED = 'textarea, select, input:not([type="radio"], [type="checkbox"], [type="file"], [type="button"])'
/** What belongs to a field: its label, and what is wrong with it. */
const WHOLE = '.field-box, .list-search, [role="search"]'

function bringUp(): void {
  const field = document.activeElement
  // A keyboard that lies over the page leaves it as high as it was; what is seen of it is less.
  if (field === null || !field.matches(TYPED) || (visualViewport?.height ?? innerHeight) > LOW) return
  const whole = field.closest(WHOLE) ?? field
  whole.scrollIntoView({ block: 'start' })
}

export function useFieldInView(): void {
  useEffect(() => {
    const given = new AbortController()
    const { signal } = given
    window.addEventListener('focusin', bringUp, { signal })
    window.addEventListener('resize', bringUp, { signal })
    visualViewport?.addEventListener('resize', bringUp, { signal })
    return () => given.abort()
  }, [])
}
