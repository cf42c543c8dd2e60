import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'

export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  /** Tells one mail from another for ever, so that a post office can drop a second copy. */
  id: string
  headers: Record<string, string>
}

/** A mail that was not taken: `later` when trying again can help. Never says to whom, and never a password. */
export class MailError extends Error {
  override name = 'MailError'
  readonly isForNow: boolean
  constructor(said: string, isForNow: boolean) {
    super(said)
    this.isForNow = isForNow
  }
}

type Env = Record<string, string | undefined>
export type Mailer = { send(mail: Mail): Promise<void>; close(): void }

/** The post office that SMTP_URL names; without one every mail is a file in MAIL_DIR, to be read. */
export function mailer(env: Env = process.env): Mailer {
  const from = env.MAIL_FROM ?? 'Rak Lokal <kabar@raklokal.example>'
  const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? 'raklokal.example'
  const whole = ({ id, ...mail }: Mail) => ({ ...mail, from, messageId: `<${id}@${domain}>` })
  return env.SMTP_URL
    ? byPost(env.SMTP_URL, whole)
    : intoFolder(path.resolve(env.MAIL_DIR ?? '.data/mail'), whole)
}

type Whole = (mail: Mail) => Omit<Mail, 'id'> & { from: string; messageId: string }

function byPost(url: string, whole: Whole): Mailer {
  const transport = nodemailer.createTransport(url, {})
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
  Object.assign(transport.options, timeouts)
  return {
    async send(mail) {
      await transport.sendMail(whole(mail)).catch((error) => {
        throw asMailError(error)
      })
    },
    close: () => transport.close(),
  }
}

// What the server says can repeat the address, so only the number and the stage are kept.
function asMailError(error: { responseCode?: number; code?: string; command?: string }): MailError {
  const { responseCode, code = 'EUNKNOWN', command } = error
  const stage = command ? ` at ${command.split(' ')[0]}` : ''
  if (responseCode) return new MailError(`smtp ${responseCode}${stage}`, responseCode < 500)
  return new MailError(`smtp ${code}${stage}`, true)
}

function intoFolder(folder: string, whole: Whole): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    async send(mail) {
      const { message } = await transport.sendMail(whole(mail))
      await mkdir(folder, { recursive: true })
      await writeFile(path.join(folder, `${mail.id}.eml`), message as Buffer)
    },
    close: () => transport.close(),
  }
}
