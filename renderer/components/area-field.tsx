/** The service area, asked for beside an organisation in the same words everywhere. */
import { TextField } from './fields.tsx'

type Props = {
  id: string
  label?: string
  value: string
  error: string | undefined
  /** The most that can be typed, where it is not more than is kept, so that what was pasted can be shortened in place. */
  maxLength?: number
  onText: (text: string) => void
}

export const AreaField = ({ label = 'Service area', maxLength = 400, ...field }: Props) => (
  <TextField {...field} label={label} hint="A team or a department" maxLength={maxLength} />
)
