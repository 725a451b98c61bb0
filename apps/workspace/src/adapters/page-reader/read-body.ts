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

/** Byte order marks, which count more than what anybody says: https://encoding.spec.whatwg.org/#decode */
const marks = [
  { bytes: Buffer.from([0xef, 0xbb, 0xbf]), charset: 'utf-8' },
  { bytes: Buffer.from([0xfe, 0xff]), charset: 'utf-16be' },
  { bytes: Buffer.from([0xff, 0xfe]), charset: 'utf-16le' },
];

/** The text in the page's own character set: of its mark, its header, its first kilobyte, else UTF-8. */
export function decode(bytes: Buffer, contentType: string): string {
  const marked = marks.find((mark) => bytes.subarray(0, mark.bytes.length).equals(mark.bytes))?.charset;
  const inHeader = /charset="?([\w-]+)/i.exec(contentType)?.[1];
  const inPage = /<meta[^>]{0,200}charset="?([\w-]+)/i.exec(bytes.subarray(0, 1024).toString('latin1'))?.[1];
  return decoder(marked ?? inHeader ?? inPage ?? 'utf-8').decode(bytes);
}

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
