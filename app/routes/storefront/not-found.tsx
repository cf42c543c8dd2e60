import { data } from '@remix-run/node'
import { t } from '#app/messages/say.ts'

export function loader(): never {
  throw data(t('error.not_found'), { status: 404 })
}

// Never shown, but without it the answer would be the bare status.
export default function NotFound() {
  return null
}
