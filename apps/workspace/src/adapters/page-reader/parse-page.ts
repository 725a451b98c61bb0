import { urlProblem } from '@intexuraos/public-web';
import { Parser } from 'htmlparser2';
import type { PageFacts } from '../../ports.ts';

const charsMax = { title: 500, description: 2_000, imageUrl: 2_048 };

/** What a page says about itself in its head: Open Graph (https://ogp.me) first, then the elements of HTML. */
export function parsePage(html: string, address: string): PageFacts {
  const { metas, titleText } = readHead(html);
  const title = tidy(metas.get('og:title') ?? titleText, charsMax.title);
  const description = tidy(metas.get('og:description') ?? metas.get('description') ?? '', charsMax.description);
  const imageUrl = imageAddress(metas.get('og:image') ?? '', address);
  return { ...(title && { title }), ...(description && { description }), ...(imageUrl && { imageUrl }) };
}

function readHead(html: string) {
  const metas = new Map<string, string>();
  let titleText = '';
  let isInTitle = false;
  const parser = new Parser({
    onopentag(name, { property, name: called, content }) {
      isInTitle = name === 'title' && titleText === '';
      const key = (property ?? called ?? '').toLowerCase();
      if (name === 'meta' && content && !metas.has(key)) metas.set(key, content);
    },
    ontext(text) {
      if (isInTitle) titleText += text;
    },
    onclosetag(name) {
      isInTitle = false;
      // What follows is written by the page's visitors as often as by its owner.
      if (name === 'head') parser.pause();
    },
  });
  parser.write(html);
  return { metas, titleText };
}

/** One line, without what could steer a terminal or turn the reading direction. */
const tidy = (text: string, max: number) =>
  [
    ...text
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim()
      .normalize('NFC'),
  ]
    .slice(0, max)
    .join('');

function imageAddress(written: string, address: string): string | null {
  const url = written === '' ? null : URL.parse(written, address);
  // Whoever sees the bookmark fetches it: it must not lead into the network that they are in.
  return url && urlProblem(url) === null && url.href.length <= charsMax.imageUrl ? url.href : null;
}
