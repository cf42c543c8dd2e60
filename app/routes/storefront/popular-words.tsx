import { t } from '#app/messages/say.ts'
import { catalogueUrl } from '../search-choice.ts'

/** What many look for and find, for who has found nothing. */
export function PopularWords({ words }: { words: string[] }) {
  if (words.length === 0) return null
  return (
    <p className="ways">
      <span>{t('search.popular')}</span>
      {words.map((one) => (
        <a key={one} className="link" href={catalogueUrl({ words: one })}>
          {one}
        </a>
      ))}
    </p>
  )
}
