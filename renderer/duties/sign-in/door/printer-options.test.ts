import { describe, expect, test } from 'vitest'
import { printerOptions } from './printer-options.ts'

const labels = { name: 'Brother_QL_820NWB', title: 'Brother QL-820NWB' }
const office = { name: 'office', title: 'An office printer' }

describe('the printers that a steward chooses from', () => {
  test('asking comes first, and then they stand by the names that people know', () => {
    expect(printerOptions([labels, office], 'office')).toEqual([
      { value: '', label: 'Ask each time' },
      { value: 'office', label: 'An office printer' },
      { value: 'Brother_QL_820NWB', label: 'Brother QL-820NWB' },
    ])
  })

  test('the one that was chosen and is not there any more is still shown, as missing', () => {
    expect(printerOptions([office], labels.name).at(-1)).toEqual({
      value: labels.name,
      label: 'Brother_QL_820NWB (not connected)',
    })
    expect(printerOptions([], '')).toHaveLength(1)
  })

  test('two of one name are told apart', () => {
    const other = { name: 'office_2', title: office.title }
    expect(printerOptions([office, other], '').map(({ label }) => label)).toEqual([
      'Ask each time',
      'An office printer (office_2)',
      'An office printer (office)',
    ])
  })
})
