import { redirect } from '@remix-run/node'
import type { Actor } from '#app/domain/access/actors.ts'
import { readInbox } from '#app/domain/notices/inbox-queries.server.ts'
import { isKind } from '#app/domain/notices/kinds.ts'
import { markAllRead } from '#app/domain/notices/mark-all-read.server.ts'
import { markRead } from '#app/domain/notices/mark-read.server.ts'
import { markUnread } from '#app/domain/notices/mark-unread.server.ts'
import { markAllReadForm, markReadForm } from '#app/domain/notices/rules.ts'
import { textOf } from '#app/domain/notices/text.ts'
import { db } from '#app/platform/db.server.ts'
import { submit } from '#app/platform/form.server.ts'
import { hasPage, inboxOf } from './links.ts'

/** What the inbox shows to somebody in the portal they are in. */
export async function loadInbox(request: Request, actor: Actor) {
  const after = new URL(request.url).searchParams.get('setelah') ?? undefined
  const { waiting, page, next } = await readInbox(db, actor, after)
  const shown = ({ said, kind, aboutId, readAt, ...row }: (typeof page)[number], isUnread: boolean) => ({
    ...row,
    isUnread,
    text: textOf({ kind, said }) ?? '',
    isOpenable: isKind(kind) && hasPage(kind, actor.kind),
  })
  return {
    waiting: waiting.map((row) => shown(row, !row.readAt)),
    // What waited and is answered, by whomever, is news no more.
    page: page.map((row) => shown(row, !row.readAt && !row.waits)).filter(({ text }) => text),
    next,
    isFirst: after === undefined,
    newest: [...waiting, ...page].sort((a, b) => b.toldAt.getTime() - a.toldAt.getTime())[0]?.id,
    inbox: inboxOf(actor.kind),
    membershipId: actor.membershipId,
    now: new Date(),
  }
}

/** Marks one as read or unread, or all up to the newest that was shown. */
export async function actOnInbox(request: Request, actor: Actor) {
  const form = await request.formData()
  const done = redirect(inboxOf(actor.kind))
  if (form.has('upTo'))
    return submit(form, actor, markAllReadForm, async (input) => {
      await markAllRead(db, actor, input, new Date())
      return done
    })
  const isUnread = form.get('intent') === 'unread'
  return submit(form, actor, markReadForm, async (input) => {
    if (isUnread) await markUnread(db, actor, input)
    else await markRead(db, actor, input, new Date())
    return done
  })
}

export type Inbox = Awaited<ReturnType<typeof loadInbox>>
