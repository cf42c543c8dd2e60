// Runs on public pages: asks the phone where it is, and only when the button is pressed. Sends the form with it, rounded
// to about a hundred metres; nothing is kept.

for (const here of document.querySelectorAll<HTMLElement>('.near-here')) {
  const [button, note] = [here.querySelector('button'), here.querySelector('p')]
  const place = here.parentElement?.querySelector('select')
  if (!button || !note || !place || !window.isSecureContext || !('geolocation' in navigator)) continue
  here.hidden = false
  button.addEventListener('click', () => {
    note.textContent = button.dataset.asking ?? ''
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const here = [coords.latitude, coords.longitude].map((degrees) =>
          String(Math.round(degrees * 1000) / 1000),
        )
        place.add(new Option(button.textContent, here.join(','), true, true))
        place.form?.requestSubmit()
      },
      ({ code, PERMISSION_DENIED }) => {
        const why = code === PERMISSION_DENIED ? button.dataset.refused : button.dataset.unknown
        note.textContent = why ?? ''
      },
      { maximumAge: 60_000, timeout: 15_000 },
    )
  })
}
