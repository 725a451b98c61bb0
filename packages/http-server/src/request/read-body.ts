import type { IncomingMessage } from 'node:http';
import { gunzip } from 'node:zlib';
import { AppError } from '@intexuraos/kernel';

const empty = Buffer.alloc(0);

const tooLarge = (limit: number) => new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${limit} bytes`);

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * The whole body, inflated where it is gzip; never more than `limit` bytes, before and after inflating.
 * Throws PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE for other encodings, INVALID_REQUEST for a broken one.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (!hasBody(request)) return empty;
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'The body may be gzip or not encoded');
  }
  const body = await collect(request, limit);
  return encoding === 'gzip' ? inflate(body, limit) : body;
}

function collect(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // What comes after the refusal is read and thrown away: closing at once would reset the connection before the answer is read.
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limit) chunks.push(chunk);
      else reject(tooLarge(limit));
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) reject(tooLarge(limit));
    request.on('data', take);
    request.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    );
    request.on('error', () => reject(new AppError('INVALID_REQUEST', 'The body broke off')));
  });
}

const inflate = (body: Buffer, limit: number) =>
  new Promise<Buffer>((resolve, reject) => {
    gunzip(body, { maxOutputLength: limit }, (error, inflated) => {
      if (error === null) resolve(inflated);
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') reject(tooLarge(limit));
      else reject(new AppError('INVALID_REQUEST', 'The body is not gzip'));
    });
  });
