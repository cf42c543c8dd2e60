import { say, t } from '#app/messages/say.ts'
import type { Mail } from '#app/platform/mail.server.ts'
import { textOf } from './text.ts'

type Told = { id: string; kind: string; said: unknown }
type To = { name: string; email: string; organisation: string; origin: string; token: string }

/** One mail with everything that somebody is told at once, as text and as HTML; null when there is nothing to say. */
export function composeMail(told: Told[], { name, email, organisation, origin, token }: To): Mail | null {
  const lines = told.flatMap((one) => {
    const text = textOf(one)
    return text ? [{ id: one.id, text, link: `${origin}/kabar/${one.id}` }] : []
  })
  const [first] = lines
  if (!first) return null
  const stop = `${origin}/surat/berhenti/${token}`
  const settings = `${origin}/akun/kabar`
  const hello = say({ key: 'mail.hello', name })
  const why = say({ key: 'mail.why', organisation })
  const text = [
    hello,
    ...lines.map((line) => `${line.text}\n${line.link}`),
    why,
    `${t('mail.settings')}: ${settings}`,
    `${t('mail.stop')}: ${stop}`,
  ].join('\n\n')
  const items = lines.map(
    (line) =>
      `<p style="margin:0 0 16px">${escaped(line.text)}<br><a href="${line.link}">${t('mail.open')}</a></p>`,
  )
  const html = `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${escaped(first.text)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.5 sans-serif;color:#162521;background:#f6f8f4"><div style="max-width:36rem;margin:0 auto">
<p style="margin:0 0 16px">${escaped(hello)}</p>
${items.join('\n')}
<p style="margin:24px 0 0;font-size:14px;color:#4b5953">${escaped(why)} <a href="${settings}">${t('mail.settings')}</a>. <a href="${stop}">${t('mail.stop')}</a>.</p>
</div></body></html>`
  return {
    to: email,
    subject: oneLine(
      lines.length === 1 ? first.text : say({ key: 'mail.several', count: lines.length, organisation }),
    ),
    text,
    html,
    id: first.id,
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 150)

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => entities[one] ?? one)
