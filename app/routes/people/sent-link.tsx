import { useState } from 'react'
import { say, t } from '#app/messages/say.ts'
import { formatInstant } from '#app/platform/calendar.ts'
import { ShareLink } from '../share-link.tsx'

export type Sent = {
  link: string
  personName: string
  organisationName: string
  role: string
  expiresAt: Date
  /** International number, where that is how the person is reached. */
  phone?: string | undefined
}

/** A link that is shown once: to copy, or to send by WhatsApp with its text ready. */
export function SentLink({ link, personName, organisationName, role, expiresAt, phone }: Sent) {
  const [isCopied, setCopied] = useState(false)
  const until = formatInstant(expiresAt)
  const text = say({
    key: 'link.text',
    name: personName,
    organisation: organisationName,
    role: role.toLowerCase(),
    until,
    link,
  })
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <section className="sent-link" aria-labelledby="tautan" role="status">
      <h2 id="tautan">{say({ key: 'link.title', name: personName })}</h2>
      <p className="small">{say({ key: 'link.once', until })}</p>
      <input
        aria-label={t('link.label')}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="ways-on">
        <ShareLink className="button main" text={text} phone={phone} />
        <button className="button second" type="button" onClick={copy}>
          {t(isCopied ? 'link.copied' : 'link.copy')}
        </button>
      </p>
    </section>
  )
}
