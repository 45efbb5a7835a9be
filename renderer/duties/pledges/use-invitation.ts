/** The invitation that the attract screen is: whether it stands, and whether somebody has taken it up. */
import { useState } from 'react'
import { stepInAddress } from './flow/steps.ts'

export type Invitation = {
  /** The attract screen stands, in the place of the form. */
  stands: boolean
  /** Nobody can begin yet: what the last person made is still being put away. */
  held: boolean
  /** Somebody has taken it up, maybe while the draft of whoever was here is still being put away. */
  wanted: boolean
  want: () => void
  /** What was wanted is acted on. */
  heard: () => void
  /** Whether somebody is to be asked about a draft first, so that no attract screen may stand: told before the page is drawn. */
  askFirst: (asking: boolean) => void
}

export function useInvitation(address: string, held: boolean): Invitation {
  const [asking, askFirst] = useState(false)
  const [wanted, setWanted] = useState(false)
  return {
    stands: stepInAddress(address) === null && !asking,
    held,
    wanted,
    want: () => setWanted(true),
    heard: () => setWanted(false),
    askFirst,
  }
}
