export function Logo({ name }: { name: string }) {
  return (
    <>
      <svg viewBox="0 0 28 28" aria-hidden="true">
        <path fill="currentColor" d="M3 5h7v15H3zM12 10h6v10h-6z" />
        <path className="ripe" d="M20 7h5v13h-5z" />
        <path fill="currentColor" d="M1 21.5h26V25H1z" />
      </svg>
      <span>{name}</span>
    </>
  )
}
