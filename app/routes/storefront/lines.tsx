/** A list of ways on, one a line, with a second word at the end. */
export function Lines({ lines }: { lines: { to: string; name: string; note?: string }[] }) {
  return (
    <ul className="lines">
      {lines.map(({ to, name, note }) => (
        <li key={to}>
          <a href={to}>
            <span>{name}</span>
            {note && <span className="quiet small numbers">{note}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
