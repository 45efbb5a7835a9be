/** The order of names in which badges lie on a table: by surname, or by the name as it is said. Pure. */

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true })

// What follows a surname without being one.
const AFTER =
  /^(mbe|obe|cbe|dbe|kbe|jp|dl|mp|qpm|kpm|bem|phd|ph\.?d\.?|dphil|md|mba|msc|bsc|ma|ba|llb|esq|jn?r|sn?r|ii|iii|iv)\.?$/i

/**
 * The last word of a name, without letters after it: “Ewa Kaur OBE” stands under Kaur, “Kwame Okonkwo-Bell” under
 * Okonkwo-Bell. A name of one word stands under itself. Where the surname comes first this is the other name; the people
 * who look for a badge then look by the name, which is the other order.
 */
function surnameOf(name: string): string {
  const words = name
    .replaceAll(',', ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
  while (words.length > 1 && AFTER.test(words.at(-1) ?? '')) words.pop()
  return words.at(-1) ?? ''
}

/** The people in this order; those of one name by their id, so that the order is the same every time. */
export function inNameOrder<P extends { id: string; name: string }>(
  people: readonly P[],
  order: 'surname' | 'name',
): P[] {
  const keyed = people.map((person) => ({
    person,
    key: order === 'surname' ? surnameOf(person.name) : person.name,
  }))
  return keyed
    .toSorted(
      (one, other) =>
        collator.compare(one.key, other.key) ||
        collator.compare(one.person.name, other.person.name) ||
        (one.person.id < other.person.id ? -1 : 1),
    )
    .map(({ person }) => person)
}
