import type { Readable } from 'node:stream';

const bodyBytesMax = 1024 * 1024;

/** The first megabyte: a page's head stands at its start. What follows is not waited for. */
export async function readStart(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    const piece = Buffer.from(chunk as Uint8Array);
    chunks.push(piece);
    bytes += piece.length;
    if (bytes >= bodyBytesMax) break;
  }
  return Buffer.concat(chunks).subarray(0, bodyBytesMax);
}

/** The text in the page's own character set: of its header, else of its first kilobyte, else UTF-8. */
export function decode(bytes: Buffer, contentType: string): string {
  const inHeader = /charset="?([\w-]+)/i.exec(contentType)?.[1];
  const inPage = /<meta[^>]{0,200}charset="?([\w-]+)/i.exec(bytes.subarray(0, 1024).toString('latin1'))?.[1];
  return decoder(inHeader ?? inPage ?? 'utf-8').decode(bytes);
}

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
