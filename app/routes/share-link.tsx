import { t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'

type ShareLinkProps = {
  /** What is sent; whoever sends it reads it first, and may change it. */
  text: string
  /** To whom, as an international number; without one it is chosen in WhatsApp. */
  phone?: string | undefined
  /** What the link says; `Kirim lewat WhatsApp` unless something is said. */
  label?: string
  className?: string
}

/** Opens WhatsApp with a text that is ready. Nothing is sent by us, and the other site is not told where it was asked. */
export function ShareLink({
  text,
  phone = '',
  label = t('share.whatsapp'),
  className = 'button second',
}: ShareLinkProps) {
  return (
    <a
      className={className}
      href={`https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`}
      target="_blank"
      rel="noreferrer"
    >
      <Icon name="chat" />
      {label}
    </a>
  )
}
