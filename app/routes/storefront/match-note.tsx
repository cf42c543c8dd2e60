import type { Match } from '#app/domain/search/engine.ts'
import { soughtWords } from '#app/domain/search/normalise.ts'
import { say, t } from '#app/messages/say.ts'
import { type Choice, catalogueUrl } from '../search-choice.ts'

/**
 * Says when something else was looked for than what was typed. There is no way back to the words as typed: they are taken
 * for others only where nothing is called so.
 */
export function MatchNote({ match, choice }: { match: Match; choice: Choice }) {
  if (match.kind === 'exactly') {
    const hasNoWords = choice.words !== '' && soughtWords(choice.words).length === 0
    return hasNoWords ? <p className="match">{say({ key: 'match.no_words', typed: choice.words })}</p> : null
  }
  if (match.kind === 'respelt')
    return <p className="match">{say({ key: 'shop.respelt', typed: choice.words, words: match.words })}</p>
  return (
    <div className="match">
      <p>{t('shop.partly')}</p>
      <SingleWords choice={choice} />
    </div>
  )
}

/** The words one by one, for who asked for too many at once. */
export function SingleWords({ choice }: { choice: Choice }) {
  const words = soughtWords(choice.words)
  if (words.length < 2) return null
  return (
    <p className="ways">
      <span>{t('empty.single_words')}</span>
      {words.map((word) => (
        <a key={word} className="link" href={catalogueUrl({ ...choice, words: word, after: null })}>
          {word}
        </a>
      ))}
    </p>
  )
}
