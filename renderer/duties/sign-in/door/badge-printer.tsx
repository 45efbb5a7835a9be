/** Which printer badges go to without a dialog, beside their paper; only where this tablet can print so at all. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { isThere, printerOptions } from './printer-options.ts'

type Props = { value: string; onChange: (printer: string) => void; children: ReactNode }

export function BadgePrinter({ value, onChange, children }: Props) {
  const { api } = useApi()
  // A printer that was plugged in a moment ago is there when the page is opened.
  const printers = useQuery(api.badges.printers.queryOptions({ staleTime: 0 }))
  const found = printers.data ?? null
  return (
    <div className={found === null ? undefined : 'sign-in-pair columns low sign-in-printer'}>
      {children}
      {found === null ? null : (
        <SelectField
          label="Printer for badges"
          error={isThere(found, value) ? undefined : 'This printer is not connected'}
          value={value}
          options={printerOptions(found, value)}
          onText={onChange}
        />
      )}
    </div>
  )
}
