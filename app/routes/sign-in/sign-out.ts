import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { leave } from './session.server.ts'

/** Only a form signs out: an address that does would let a picture on another page do it. */
export const loader = () => redirect(paths.account)

export async function action({ request }: ActionFunctionArgs) {
  return leave(request, paths.home)
}
