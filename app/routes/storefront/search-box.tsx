import { useSearchParams } from '@remix-run/react'
import scriptUrl from '#app/browser/search-box.ts?worker&url'
import { id } from '#app/messages/id.ts'
import { t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { Icon } from '#app/ui/icon.tsx'

/** What the script in the browser says; it fills in the number itself. */
const texts = JSON.stringify({
  list: t('search.suggestions'),
  recent: t('search.recent'),
  forget: t('search.forget'),
  count: id['search.count'],
  none: t('search.none'),
})

/** The one box: a plain form, which a small script (app/browser/search-box.ts) makes suggest. */
export function SearchBox() {
  const [params] = useSearchParams()
  return (
    <form className="search" action={paths.catalogue} data-suggestions={paths.suggestions} data-texts={texts}>
      <search>
        <Icon name="search" />
        <input
          type="search"
          name="q"
          aria-label={t('shop.search_label')}
          placeholder={t('shop.search_hint')}
          defaultValue={params.get('q') ?? undefined}
          maxLength={200}
          enterKeyHint="search"
        />
        <button className="visually-hidden" type="submit">
          {t('shop.search')}
        </button>
      </search>
      <script type="module" src={scriptUrl} />
    </form>
  )
}
