import { db } from '#app/platform/db.server.ts'

export async function loader() {
  await db.$queryRaw`select 1`
  return new Response('ok')
}
