import { describe, expect, test } from 'vitest'
import { IMPORT_FIELDS } from '../../../../shared/domain/delegate.ts'
import { neverTaken } from './headings.ts'
import { recogniseMapping } from './mapping.ts'

/** The fields that were recognised, without the empty ones. */
const found = (headings: string[], sample: string[][] = []) => {
  const { fields } = recogniseMapping(headings, sample)
  return Object.fromEntries(Object.entries(fields).filter(([, heading]) => heading !== null))
}

describe('Headings say which column holds what', () => {
  test('Eventbrite: the attendee, never the buyer, and the barcode that a scanner reads', () => {
    const headings =
      'Event Name,Event ID,Organizer Name,Attendee #,Barcode #,Order Date,Buyer Last Name,Buyer First Name,Buyer Email,Prefix,Last Name,First Name,Suffix,Email,Quantity,Ticket Type,Order #,Total Paid,Attendee Status ,Home Address 1,Home Phone,Cell Phone,Gender,Age Birth Date,Job Title,Company,Work Address 1,Website'.split(
        ',',
      )
    const mapping = recogniseMapping(headings, [])
    expect(mapping.format).toBe('eventbrite')
    expect(found(headings)).toEqual({
      firstName: 'First Name',
      lastName: 'Last Name',
      email: 'Email',
      role: 'Job Title',
      organisation: 'Company',
      badge: 'Barcode #',
    })
    expect(mapping.status).toBe('Attendee Status ')
    expect(mapping.quantity).toBe('Quantity')
  })

  test('Eventbrite’s newer report names the attendee in full', () => {
    const headings = [
      'Order ID',
      'Order date',
      'Attendee first name',
      'Attendee Surname',
      'Attendee email',
      'Phone number',
      'Purchaser city',
      'Ticket type',
      'Ticket quantity',
      'Buyer first name',
      'Buyer surname',
      'Buyer email',
    ]
    expect(recogniseMapping(headings, []).format).toBe('eventbrite')
    expect(found(headings)).toEqual({
      firstName: 'Attendee first name',
      lastName: 'Attendee Surname',
      email: 'Attendee email',
    })
  })

  test('pretix positions: the attendee’s name and company, not the invoice’s', () => {
    const headings = [
      'Order code',
      'Position ID',
      'Status',
      'Email',
      'Phone number',
      'Product',
      'Attendee name',
      'Attendee name: Given name',
      'Attendee name: Family name',
      'Attendee email',
      'Company',
      'Address',
      'Ticket secret',
      'Which table are you on?',
      'Company (2)',
      'Invoice address name',
      'Invoice address name: Given name',
      'VAT ID',
      'E-mail address verified',
    ]
    expect(recogniseMapping(headings, [])).toMatchObject({ format: 'pretix', status: 'Status', quantity: null })
    expect(found(headings)).toEqual({
      name: 'Attendee name',
      firstName: 'Attendee name: Given name',
      lastName: 'Attendee name: Family name',
      email: 'Attendee email',
      organisation: 'Company',
      badge: 'Ticket secret',
      table: 'Which table are you on?',
    })
  })

  test('pretix check-in list: an event that asks for no attendee e-mail has the order’s', () => {
    const headings = [
      'Order code',
      'Attendee name',
      'Product',
      'Price',
      'Checked in',
      'Checked out',
      'Automatically checked in',
      'Secret',
      'E-mail',
      'Phone number',
      'Company',
      'Voucher code',
      'Order date',
      'Requires special attention',
      'Comment',
      'Seat name',
    ]
    expect(recogniseMapping(headings, []).format).toBe('pretix')
    expect(found(headings)).toEqual({
      name: 'Attendee name',
      badge: 'Secret',
      email: 'E-mail',
      organisation: 'Company',
    })
  })

  test('A column that is empty gives way to one that is not', () => {
    const headings = ['Order code', 'Product', 'Attendee name', 'Attendee email', 'Email', 'Company', 'Company (2)']
    const sample = [
      ['ZZ1', 'Ticket', 'Ada', '', 'ada@example.org', '', 'Nowhere Council'],
      ['ZZ2', 'Ticket', 'Bo', '-', 'bo@example.org', '', ''],
    ]
    expect(found(headings, sample)).toMatchObject({ email: 'Email', organisation: 'Company (2)' })
  })

  test('So does the first of two columns with one heading', () => {
    const sample = [
      ['', 'Ada'],
      ['', 'Bo'],
    ]
    expect(found(['Name', 'Name (2)'], sample)).toEqual({ name: 'Name (2)' })
  })

  test('Microsoft Forms: a question beats the columns that Forms fills in by itself', () => {
    const headings = [
      'ID',
      'Start time',
      'Completion time',
      'Email',
      'Name',
      'What is your full\u00a0name?',
      'Email2',
      '3. What is your job title?*',
      'Which organisation do you work for? (optional)',
      'What type of organisation is it?',
      'Do you have any access needs?',
      'Please tell us about any dietary requirements or allergies',
      'What is your phone number?',
      'Are you happy to be contacted by email?',
      'Will you be attending?',
    ]
    const mapping = recogniseMapping(headings, [])
    expect(mapping).toMatchObject({ format: 'microsoft-forms', status: 'Will you be attending?' })
    expect(found(headings)).toEqual({
      name: 'What is your full\u00a0name?',
      email: 'Email2',
      role: '3. What is your job title?*',
      organisation: 'Which organisation do you work for? (optional)',
      sector: 'What type of organisation is it?',
      accessNeeds: 'Do you have any access needs?',
      dietaryNeeds: 'Please tell us about any dietary requirements or allergies',
    })
  })

  test('Microsoft Forms: where nobody was asked, its own columns are all there is', () => {
    expect(found(['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Which workshop would you like?'])).toEqual({
      email: 'Email',
      name: 'Name',
    })
  })

  test.each<[string, string]>([
    ['Full name', 'name'],
    ['NAME', 'name'],
    ['delegate_name', 'name'],
    ['firstName', 'firstName'],
    ['Forename(s)', 'firstName'],
    ['Surname', 'lastName'],
    ['Job role', 'role'],
    ['Position', 'role'],
    ['Organisation', 'organisation'],
    ['Organization', 'organisation'],
    ['Employer', 'organisation'],
    ['Organisation/Team', 'organisation'],
    ['Organisation or service', 'organisation'],
    ['Service area/organisation', 'organisation'],
    ['Which organisation or team do you represent?', 'organisation'],
    ['Service area', 'area'],
    ['Directorate', 'area'],
    ['Department', 'area'],
    ['Service', 'area'],
    ['Team', 'area'],
    ['Which directorate are you from?', 'area'],
    ['Your team (optional)', 'area'],
    ['Sector', 'sector'],
    ['Type of organisation', 'sector'],
    ['E-mail address', 'email'],
    ['Work e-mail', 'email'],
    ['Table no.', 'table'],
    ['Badge number', 'badge'],
    ['QR code', 'badge'],
    ['Accessibility requirements', 'accessNeeds'],
    ['Is there anything you need to take part?', 'accessNeeds'],
    ['Dietary', 'dietaryNeeds'],
    ['Any allergies?', 'dietaryNeeds'],
  ])('“%s” is %s', (heading, field) => {
    expect(found([heading])).toEqual({ [field]: heading })
  })

  test.each([
    'Mobile',
    'Telephone number',
    'Contact number',
    'Postcode',
    'Home Address 1',
    'Address',
    'Date of birth',
    'DOB',
    'Gender',
    'Ethnicity',
    'NHS number',
    'Total Paid',
    'Price',
    'Eventbrite Fees',
    'Payment providers',
    'IP Location',
    'Job title and mobile',
  ])('“%s” is never taken', (heading) => {
    expect(neverTaken(heading)).toBe(true)
    expect(found([heading])).toEqual({})
  })

  test.each([
    'Email address',
    'Organisation',
    'Do you have mobility or access needs?',
    'Agency',
    'Table number',
    'Postal service team',
  ])('“%s” may be taken', (heading) => {
    expect(neverTaken(heading)).toBe(false)
  })

  test.each([
    'Line manager name',
    'Emergency contact name',
    'Parent’s name',
    'Buyer email',
    'Invoice address name',
    'Organizer Name',
    'Event Name',
    'Manager’s email',
    'Next of kin',
    'Are you happy to receive emails?',
    'What can your organisation pledge?',
    'File name',
    'Workshop choice',
    'Order #',
    'Notes',
  ])('“%s” fills no field', (heading) => {
    expect(found([heading])).toEqual({})
  })

  test('A column “Title” is a job only where it does not say Mr, Ms and Dr', () => {
    expect(
      found(
        ['Title', 'Name'],
        [
          ['Mr', 'A B'],
          ['Dr.', 'C D'],
        ],
      ),
    ).toEqual({ name: 'Name' })
    expect(
      found(
        ['Title', 'Name'],
        [
          ['Nurse', 'A B'],
          ['Dr', 'C D'],
        ],
      ),
    ).toEqual({ name: 'Name', role: 'Title' })
  })

  test('No column fills two fields, and every field is there to be changed', () => {
    const { fields } = recogniseMapping(['Name', 'Name (2)', 'Email', 'Access or dietary needs'], [])
    expect(Object.keys(fields)).toEqual([...IMPORT_FIELDS])
    const used = Object.values(fields).filter((heading) => heading !== null)
    expect(new Set(used).size).toBe(used.length)
    expect(fields.accessNeeds).toBe('Access or dietary needs')
  })
})
