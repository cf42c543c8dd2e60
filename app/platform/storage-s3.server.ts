import type { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import type { Storage } from './storage.server.ts'

export type S3Settings = {
  bucket: string
  region: string
  endpoint?: string
  /** The bucket stands in the path and not in the host's name, as most stores but Amazon's want it. */
  isPathStyle: boolean
  accessKeyId: string
  secretAccessKey: string
  timeoutMs: number
}

/** What S3_BUCKET and its companions say; null where no bucket is named. */
export function s3Settings(env: Record<string, string | undefined>): S3Settings | null {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint } = env
  if (!bucket) return null
  return {
    bucket,
    region: env.S3_REGION ?? 'us-east-1',
    ...(endpoint && { endpoint }),
    isPathStyle: env.S3_PATH_STYLE ? env.S3_PATH_STYLE === 'true' : Boolean(endpoint),
    accessKeyId: env.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '',
    timeoutMs: Number(env.S3_TIMEOUT_MS ?? 10_000),
  }
}

/** A bucket of a store that speaks S3's REST. Tries three times, each with a limit. */
export function s3Storage(settings: S3Settings): Storage {
  const Bucket = settings.bucket
  let opening: ReturnType<typeof open> | undefined
  const ask = async <T>(work: (opened: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    opening ??= open(settings) // 5 MB, only where it is used
    return work(await opening)
  }
  return {
    put: (key, bytes, type) =>
      ask(async ({ client, s3 }) => {
        const body = { Bucket, Key: key, Body: bytes, ContentLength: bytes.length, ContentType: type }
        await client.send(new s3.PutObjectCommand(body))
      }),
    get: (key) =>
      ask(async ({ client, s3 }) => {
        const found = await client.send(new s3.GetObjectCommand({ Bucket, Key: key })).catch(orNull)
        if (!found) return null
        const { Body, ContentLength: size = 0, ContentType: type = 'application/octet-stream' } = found
        return { body: Body as Readable, size, type }
      }),
    has: (key) =>
      ask(async ({ client, s3 }) => {
        const found = await client.send(new s3.HeadObjectCommand({ Bucket, Key: key })).catch(orNull)
        return found !== null
      }),
    remove: (key) =>
      ask(async ({ client, s3 }) => {
        await client.send(new s3.DeleteObjectCommand({ Bucket, Key: key }))
      }),
    list: (prefix) =>
      ask(async ({ client, s3 }) => {
        const keys: string[] = []
        let ContinuationToken: string | undefined
        do {
          const page = await client.send(
            new s3.ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken }),
          )
          for (const { Key } of page.Contents ?? []) if (Key) keys.push(Key)
          ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined
        } while (ContinuationToken)
        return keys
      }),
  }
}

// Only a missing object is nothing there: a missing bucket is somebody's mistake, and is said.
function orNull(error: Error): null {
  const isMissing = error.name === 'NoSuchKey' || error.name === 'NotFound'
  if (isMissing) return null
  throw error
}

async function open(
  settings: S3Settings,
): Promise<{ client: S3Client; s3: typeof import('@aws-sdk/client-s3') }> {
  const s3 = await import('@aws-sdk/client-s3')
  const { endpoint, accessKeyId, secretAccessKey, timeoutMs } = settings
  const client = new s3.S3Client({
    region: settings.region,
    ...(endpoint && { endpoint }),
    forcePathStyle: settings.isPathStyle,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: Math.min(3000, timeoutMs),
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
    },
    // Other stores than Amazon's do not all know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, s3 }
}
