/** The browser's own Back and Forward, which no screen can keep anybody from using. */
import { useEffect, useEffectEvent } from 'react'

/** `onBack` is called once the address has changed. */
export function useBrowserBack(onBack: () => void): void {
  const hear = useEffectEvent(onBack)
  useEffect(() => {
    window.addEventListener('popstate', hear)
    return () => window.removeEventListener('popstate', hear)
  }, [])
}
