// The one script of public pages: makes the search box suggest while somebody types (an ARIA 1.2 combobox with a list).
// Without it the box is a plain form. What was searched is kept on this device only.

type Option = { text: string; note?: string; url: string; image?: string }
type Group = { label: string; options: Option[] }
type Texts = { list: string; recent: string; forget: string; count: string; none: string }

/** Where the last searches are kept, in this browser. */
const key = 'rak-dicari'
const form = document.querySelector<HTMLFormElement>('form[data-suggestions]')
const input = form?.querySelector('input')
if (form && input) suggestIn(form, input)

function suggestIn(form: HTMLFormElement, input: HTMLInputElement): void {
  const texts: Texts = JSON.parse(form.dataset.texts ?? '{}')
  const answers = new Map<string, Group[]>()
  let asked = new AbortController()
  let waits = 0
  let says = 0

  const list = listIn(input, texts.list)
  const forget = element('button', { type: 'button', class: 'link small' }, texts.forget)
  const panel = element('div', { class: 'suggestions', hidden: '' }, list.box, forget)
  const status = element('div', { role: 'status', class: 'visually-hidden' })
  form.append(panel, status)
  // A search field may not be a combobox; a text field may.
  input.type = 'text'
  set(input, {
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.box.id,
  })
  remember(new URLSearchParams(location.search).get('q'))

  const typed = () => input.value.trim().replace(/\s+/g, ' ').toLowerCase()

  function close(): void {
    asked.abort()
    clearTimeout(waits)
    panel.hidden = true
    input.setAttribute('aria-expanded', 'false')
    list.choose(-1)
  }

  function show(groups: Group[]): void {
    const count = list.show(groups)
    const isOpen = count > 0 && document.activeElement === input
    panel.hidden = !isOpen
    input.setAttribute('aria-expanded', String(isOpen))
    clearTimeout(says)
    says = window.setTimeout(() => {
      status.textContent = isOpen ? texts.count.replace('{count}', String(count)) : texts.none
    }, 600)
  }

  /** Only the answer to what stands in the box at that moment is shown, however late others come. */
  async function ask(): Promise<void> {
    asked.abort()
    asked = new AbortController()
    const { signal } = asked
    const text = typed().length < 2 ? '' : typed()
    try {
      const groups = answers.get(text) ?? (await fetchGroups(text, signal))
      if (signal.aborted) return
      answers.set(text, groups)
      const last = text ? [] : recent()
      forget.hidden = last.length === 0
      show(last.length ? [{ label: texts.recent, options: last.map(linkTo) }, ...groups] : groups)
    } catch {
      if (!signal.aborted) close() // the form still works
    }
  }

  async function fetchGroups(text: string, signal: AbortSignal): Promise<Group[]> {
    const answer = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(text)}`, { signal })
    if (!answer.ok) throw new Error(answer.statusText)
    return (await answer.json()).groups
  }

  const linkTo = (text: string): Option => ({ text, url: `${form.action}?q=${encodeURIComponent(text)}` })

  input.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing) return
    clearTimeout(waits)
    asked.abort()
    list.choose(-1)
    // What is shown was for other words: it goes, unless the answer comes at once.
    waits = window.setTimeout(() => {
      const late = setTimeout(() => show([]), 300)
      void ask().finally(() => clearTimeout(late))
    }, 120)
  })
  input.addEventListener('compositionend', () => void ask())
  input.addEventListener('focus', () => void ask())
  input.addEventListener('click', () => panel.hidden && void ask())
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const isOpen = !panel.hidden
    const next = isOpen ? list.next(event.key) : undefined
    if (next !== undefined) list.choose(next)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') void ask()
    else if (event.key === 'Escape' && isOpen) close()
    else if (event.key === 'Enter' && list.chosen()) list.chosen()?.click()
    else return
    event.preventDefault()
  })
  // A press on a suggestion leaves the keyboard where it is.
  panel.addEventListener('mousedown', (event) => event.preventDefault())
  form.addEventListener('submit', close)
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget !== input && !panel.contains(relatedTarget as Node | null)) close()
  })
  forget.addEventListener('click', () => {
    store([])
    input.focus()
    void ask()
  })
  // Somebody was quicker than this script.
  if (document.activeElement === input) void ask()
}

/** The list of suggestions, of which at most one is chosen while the keyboard stays in the box. */
function listIn(input: HTMLInputElement, label: string) {
  let options: HTMLElement[] = []
  let active = -1
  const box = element('div', { role: 'listbox', id: 'saran', 'aria-label': label })

  function choose(next: number): void {
    options[active]?.setAttribute('aria-selected', 'false')
    active = next
    const option = options[active]
    input.setAttribute('aria-activedescendant', option?.id ?? '')
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
  }

  function drawn({ label, options: each }: Group, i: number): HTMLElement {
    const links = each.map(({ text, note, url, image }) => {
      const link = element(
        'a',
        {
          role: 'option',
          id: `saran-${options.length}`,
          href: url,
          tabindex: '-1',
          'aria-selected': 'false',
        },
        ...(image
          ? [element('img', { src: image, alt: '', loading: 'lazy', width: '40', height: '40' })]
          : []),
        element('b', {}, text),
        ...(note ? [' ', element('span', {}, note)] : []),
      )
      options.push(link)
      return link
    })
    const id = `saran-jenis-${i}`
    return element('div', { role: 'group', 'aria-labelledby': id }, element('div', { id }, label), ...links)
  }

  return {
    box,
    choose,
    chosen: () => options[active],
    /** Shows these instead, none of them chosen, and says how many there are. */
    show(groups: Group[]): number {
      choose(-1)
      options = []
      box.replaceChildren(...groups.map(drawn))
      return options.length
    },
    /** Which one a key leads to: from the last and the first back to the box, and round. */
    next(key: string): number | undefined {
      const last = options.length - 1
      const to: Record<string, number> = {
        ArrowDown: active === last ? -1 : active + 1,
        ArrowUp: active === -1 ? last : active - 1,
        ...(active >= 0 && { Home: 0, End: last }),
      }
      return to[key]
    },
  }
}

function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, 5) : []
  } catch {
    return []
  }
}

function store(words: string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(words.slice(0, 5)))
  } catch {
    // A browser that keeps nothing.
  }
}

function remember(words: string | null): void {
  const text = words?.trim().slice(0, 200)
  if (text && text.length > 1) store([text, ...recent().filter((one) => one !== text)])
}

function set(one: Element, attributes: Record<string, string>): void {
  for (const name in attributes) one.setAttribute(name, attributes[name] ?? '')
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  set(made, attributes)
  made.append(...children)
  return made
}
