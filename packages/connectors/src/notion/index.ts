import { defineConnector } from '../define.ts';
import { path } from '../http-api/define-api.ts';
import { uuidOfKey } from '../key-forms.ts';
import { api } from './api.ts';
import { blocksOf } from './blocks.ts';
import { createPage, findPage, inDataSource, queryPages, trashPage } from './pages.ts';
import {
  Append,
  Appended,
  Blocks,
  CreatePage,
  CreateTask,
  Credentials,
  FoundPages,
  Page,
  Query,
  Settings,
  Trashed,
} from './schema.ts';

const { operation, connector } = defineConnector({
  name: 'notion',
  title: 'Notion',
  credentials: Credentials,
  settings: Settings,
  apiUrl: 'https://api.notion.com/v1',
  oauth: {
    provider: 'notion',
    authorizeUrl: 'https://api.notion.com/v1/oauth/authorize',
    tokenUrl: 'https://api.notion.com/v1/oauth/token',
    revokeUrl: 'https://api.notion.com/v1/oauth/revoke',
    // Notion has no scopes: the person chooses the pages, the integration's capabilities say what may be done there.
    scopes: {},
    authorizeParameters: { owner: 'user' },
    tokenBody: 'json',
    clientAuth: 'client_secret_basic',
  },
  // https://developers.notion.com/reference/request-limits: three requests per second on average.
  pace: { perSecond: 3, burst: 10 },
});

const simulatedPage = (key: string): Page => {
  const id = uuidOfKey(key);
  return { id, url: `https://www.notion.so/${id.replaceAll('-', '')}` };
};

export const notion = connector({
  create_task: operation({
    describe: 'Create a task in Notion',
    done: 'Task created in Notion',
    input: CreateTask,
    output: Page,
    effect: 'change',
    risk: 'low',
    // Notion takes no key, so it is kept in a property and looked for before a second try.
    repeatable: false,
    complete: inDataSource,
    run: createPage,
    reconcile: findPage,
    undo: trashPage,
    simulate: (_task, key) => simulatedPage(key),
  }),
  create_page: operation({
    describe: 'Create a page in Notion',
    done: 'Page created in Notion',
    input: CreatePage,
    output: Page,
    effect: 'change',
    risk: 'low',
    repeatable: false,
    complete: inDataSource,
    run: createPage,
    reconcile: findPage,
    undo: trashPage,
    simulate: (_page, key) => simulatedPage(key),
  }),
  query: operation({
    describe: 'Look for pages in a Notion database',
    done: 'Pages read',
    input: Query,
    output: FoundPages,
    effect: 'none',
    risk: 'low',
    repeatable: true,
    complete: inDataSource,
    async run({ data_source_id, ...body }, call) {
      const { results, next_cursor } = await queryPages({ data_source_id }, call, body);
      const pages = results.map(({ id, url, properties }) => ({ id, url, title: titleOf(Object.values(properties)) }));
      return { pages, next_cursor };
    },
    simulate: () => ({ pages: [], next_cursor: null }),
  }),
  append: operation({
    describe: 'Append text to a Notion page',
    done: 'Text appended',
    input: Append,
    output: Appended,
    effect: 'change',
    risk: 'low',
    // A block has no property to keep a key in, and the same text may stand there already.
    repeatable: false,
    async run({ page_id, text }, call) {
      const body = { children: blocksOf(text) };
      const { results } = await api(call, {
        method: 'PATCH',
        path: path`/blocks/${page_id}/children`,
        body,
        answer: Blocks,
      });
      return { page_id, block_ids: results.map(({ id }) => id) };
    },
    async undo({ block_ids }, call) {
      for (const id of block_ids) await api(call, { method: 'DELETE', path: path`/blocks/${id}`, answer: Trashed });
    },
    simulate: ({ page_id }, key) => ({ page_id, block_ids: [uuidOfKey(key)] }),
  }),
});

type PropertyOfPage = { readonly type: string } | { readonly title: readonly { readonly plain_text: string }[] };

function titleOf(properties: readonly PropertyOfPage[]): string {
  const title = properties.flatMap((property) => ('title' in property ? property.title : []));
  return title.map(({ plain_text }) => plain_text).join('');
}
