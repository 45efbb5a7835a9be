/** The page’s title begins with “Error:” as long as something on it has to be put right. */
import { useEffect } from 'react'

const WRONG = '.error-summary, .field-error'

function mark(wrong: boolean): void {
  const title = document.title.replace(/^Error: /, '')
  document.title = wrong ? `Error: ${title}` : title
}

/** A screen reader, which says the title first, says first that something is wrong. */
export function useErrorInTitle(wrong: boolean): void {
  useEffect(() => {
    if (!wrong) return undefined
    mark(true)
    return () => mark(document.querySelector(WRONG) !== null)
  }, [wrong])
}
