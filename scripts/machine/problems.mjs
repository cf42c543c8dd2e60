// What a person can do about what stops a command. Plain JavaScript: it also has to work before anything is installed.
import { statfsSync } from 'node:fs'
import os from 'node:os'

/**
 * An error whose message is for people: one or two lines, no stack.
 *
 * @param {string} text
 * @param {unknown} [cause]
 * @returns {Error}
 */
export function problem(text, cause) {
  return Object.assign(new Error(text, { cause }), { name: 'Problem' })
}

/** An error after something that has already said what is wrong. */
export const saidAlready = () => problem('')

/**
 * The error in words that say what to do; undefined for a fault of ours, which deserves its stack.
 *
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function explain(error) {
  const all = causesOf(error)
  const full = all.find((one) => isFull(one))
  if (full)
    return `The disk is full${at(full)}. Make room and run the command again; what was begun is picked up.`
  const known = all.find((one) => one.name === 'Problem')
  if (known) return known.message
  const forbidden = all.find((one) => ['EACCES', 'EPERM', 'EROFS'].includes(one.code) && one.path)
  if (forbidden) return notWritable(forbidden.path)
  return undefined
}

/** @param {string} path */
export function notWritable(path) {
  const { username } = os.userInfo()
  return `${path} cannot be written by ${username}. Give the folder to ${username} (chown -R), or clone into one of your own.`
}

/** Whether a file system that this project writes to has no room left. */
export function isDiskFull(folders = ['.', os.tmpdir()]) {
  const leastBytes = 20 * 1024 * 1024
  return folders.some((folder) => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < leastBytes
  })
}

/** @returns {any[]} */
function causesOf(error) {
  if (!(error instanceof Error)) return []
  return [error, ...(error.errors ?? []).flatMap(causesOf), ...causesOf(error.cause)]
}

// 53100 is PostgreSQL's word for it.
function isFull({ code, message }) {
  return ['ENOSPC', 'EDQUOT', '53100'].includes(code) || /No space left on device/.test(message)
}

const at = ({ path }) => (path ? ` (${path})` : '')
