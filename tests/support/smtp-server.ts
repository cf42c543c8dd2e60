// A post office that speaks SMTP (RFC 5321) as it is documented: greeting, EHLO, MAIL, RCPT, DATA, RSET, QUIT, in that
// order. It keeps what it took, and answers a recipient with other numbers on demand.
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

type Taken = { from: string; to: string[]; data: string }

/** Opens a post office until the test is over. `answers` are given to the next recipients; after them all is taken. */
export async function anSmtpServer(answers: number[] = []) {
  const taken: Taken[] = []
  const commands: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    talk(socket, { taken, commands, answers })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, taken, commands, answers }
}

type Office = { taken: Taken[]; commands: string[]; answers: number[] }

function talk(socket: Socket, { taken, commands, answers }: Office): void {
  let mail: Omit<Taken, 'data'> | null = null
  let isGreeted = false
  let isData = false
  let buffer = ''
  let data = ''
  const say = (text: string) => socket.write(`${text}\r\n`)
  const order = (line: string) => {
    const verb = line.split(' ')[0]?.toUpperCase() ?? ''
    commands.push(verb)
    if (verb === 'QUIT') return void socket.end('221 bye\r\n')
    if (verb === 'EHLO' || verb === 'HELO') {
      isGreeted = true
      return say('250 post.example')
    }
    if (verb === 'RSET') {
      mail = null
      return say('250 forgotten')
    }
    if (verb === 'MAIL' && isGreeted && !mail) {
      mail = { from: addressIn(line), to: [] }
      return say('250 sender ok')
    }
    if (verb === 'RCPT' && mail) {
      const answer = answers.shift() ?? 250
      if (answer === 250) mail.to.push(addressIn(line))
      return say(`${answer} ${answer === 250 ? 'recipient ok' : `not now or never: ${addressIn(line)}`}`)
    }
    if (verb === 'DATA' && mail?.to.length) {
      isData = true
      return say('354 go on, end with a dot')
    }
    say(['MAIL', 'RCPT', 'DATA'].includes(verb) ? '503 bad sequence of commands' : '500 what was that')
  }
  socket.setEncoding('utf8').on('data', (chunk) => {
    buffer += chunk
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end)
      buffer = buffer.slice(end + 2)
      if (!isData) order(line)
      else if (line !== '.') data += `${line.replace(/^\./, '')}\n`
      else {
        isData = false
        if (mail) taken.push({ ...mail, data })
        data = ''
        mail = null
        say('250 taken')
      }
    }
  })
  say('220 post.example ESMTP')
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? ''
