import { z } from 'zod';
import type { Platform, StandInAnswer, StandInRequest } from '../../testing/http-stand-in.ts';
import { serveStandIn } from '../../testing/http-stand-in.ts';
import type { Effect } from '../../testing/stand-in.ts';

const no = (status: number, code: string, message = code): StandInAnswer => ({
  status,
  body: { object: 'error', status, code, message, request_id: 'r-1' },
});
const refusals: Readonly<Record<number, StandInAnswer>> = {
  400: no(400, 'validation_error'),
  401: no(401, 'unauthorized'),
  403: no(403, 'restricted_resource'),
  404: no(404, 'object_not_found'),
  429: no(429, 'rate_limited'),
  503: no(503, 'service_unavailable'),
};

const RichText = z.strictObject({ text: z.strictObject({ content: z.string().max(2_000) }) });
const RichTexts = z.array(RichText).max(100);
const Block = z.strictObject({ type: z.literal('paragraph'), paragraph: z.strictObject({ rich_text: RichTexts }) });
const Children = z.array(Block).max(100);
const Value = z.union([
  z.strictObject({ title: RichTexts }),
  z.strictObject({ rich_text: RichTexts }),
  z.strictObject({ date: z.strictObject({ start: z.iso.date() }) }),
]);
const NewPage = z.strictObject({
  parent: z.strictObject({ type: z.literal('data_source_id'), data_source_id: z.string() }),
  properties: z.record(z.string(), Value),
  children: Children.optional(),
});
const KeyFilter = z.object({ filter: z.object({ property: z.string(), rich_text: z.object({ equals: z.string() }) }) });

interface KeptPage {
  readonly id: string;
  readonly properties: z.infer<typeof NewPage>['properties'];
}

const textOf = (value: z.infer<typeof Value> | undefined): string =>
  value && 'rich_text' in value ? value.rich_text.map(({ text }) => text.content).join('') : '';
const shown = ({ id, properties }: KeptPage) => ({
  object: 'page',
  id,
  url: `https://www.notion.so/${id}`,
  properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, shownValue(value)])),
});
const shownValue = (value: z.infer<typeof Value>) =>
  'title' in value
    ? { id: 'title', type: 'title', title: value.title.map(({ text }) => ({ plain_text: text.content })) }
    : { type: 'rich_text' };

/** Notion's API as far as it is used: https://developers.notion.com/reference */
function notionPlatform(): Platform {
  const pages: KeptPage[] = [];
  let blocks = 0;
  const create = (body: unknown, effect: (effect: Effect) => void): StandInAnswer => {
    const page = NewPage.safeParse(body);
    if (!page.success) return no(400, 'validation_error', page.error.message);
    const kept = { id: `page-${pages.length + 1}`, properties: page.data.properties };
    pages.push(kept);
    const operation = 'Due' in kept.properties ? 'create_task' : 'create_page';
    effect({ operation, key: textOf(kept.properties['Key']) });
    return { status: 200, body: shown(kept) };
  };
  const query = (body: unknown): StandInAnswer => {
    const { data } = KeyFilter.safeParse(body);
    const found = pages.filter(
      ({ properties }) => !data || textOf(properties[data.filter.property]) === data.filter.rich_text.equals,
    );
    return { status: 200, body: { object: 'list', results: found.map(shown), next_cursor: null, has_more: false } };
  };
  const append = (body: unknown, effect: (effect: Effect) => void): StandInAnswer => {
    const { data, error } = z.strictObject({ children: Children }).safeParse(body);
    if (!data) return no(400, 'validation_error', error.message);
    effect({ operation: 'append', key: JSON.stringify(data.children) });
    return { status: 200, body: { object: 'list', results: data.children.map(() => ({ id: `block-${++blocks}` })) } };
  };
  const trash = ({ method, path }: StandInRequest, effect: (effect: Effect) => void): StandInAnswer => {
    const id = path.split('/').at(-1) ?? '';
    const page = pages.find((kept) => kept.id === id);
    const made = page && 'Due' in page.properties ? 'create_task' : 'create_page';
    effect({ operation: method === 'DELETE' ? 'undo append' : `undo ${made}`, key: id });
    return { status: 200, body: { id, in_trash: true } };
  };
  return {
    refusal: (status) => refusals[status] ?? no(status, 'internal_server_error'),
    answer(request, effect) {
      const { method, path, headers, body } = request;
      if (!headers.authorization?.startsWith('Bearer canary-')) return no(401, 'unauthorized');
      if (headers['notion-version'] !== '2025-09-03') return no(400, 'missing_version');
      if (path === '/pages') return create(body, effect);
      if (path.endsWith('/query')) return query(body);
      return path.endsWith('/children') && method === 'PATCH' ? append(body, effect) : trash(request, effect);
    },
  };
}

export const serveNotion = (port?: number) => serveStandIn(notionPlatform(), port);
