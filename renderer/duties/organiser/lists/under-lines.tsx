/** What is said of somebody below their first line in a list; what is empty has no line, and what says the same no second one. */
export const UnderLines = ({ lines }: { lines: readonly string[] }) =>
  [...new Set(lines)].filter(Boolean).map((line) => (
    <span key={line} className="list-under muted tiny two-lines">
      {line}
    </span>
  ))
