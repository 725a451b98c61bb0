import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { Finding } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { path } from '../http-api/define-api.ts';
import { hexOfKey } from '../key-forms.ts';
import { api } from './api.ts';
import { blocksOf, richText } from './blocks.ts';
import { type CreateTask, type Credentials, Page, Pages, type Settings, Trashed } from './schema.ts';

export type NotionCall = Call<z.infer<typeof Credentials>, Settings>;

interface Place {
  readonly data_source_id?: string | undefined;
}

/** With the account's data source where none is named. Throws INVALID_PAYLOAD where it has none either. */
export function inDataSource<T extends Place>(input: T, settings: Settings): T & { readonly data_source_id: string } {
  const id = input.data_source_id ?? settings.data_source_id;
  if (id !== undefined) return { ...input, data_source_id: id };
  throw new ConnectorError('INVALID_PAYLOAD', 'Notion: neither the call nor the account names a data source');
}

/** Asks a data source for pages. */
export function queryPages(place: Place, call: NotionCall, body: object): Promise<Pages> {
  const { data_source_id: id } = inDataSource(place, call.settings);
  return api(call, { method: 'POST', path: path`/data_sources/${id}/query`, body, answer: Pages });
}

/** Makes a page that carries the key, so that it can be found again. Each title property has the id `title`. */
export const createPage = (task: z.infer<typeof CreateTask>, call: NotionCall): Promise<Page> =>
  api(call, {
    method: 'POST',
    path: '/pages',
    body: {
      parent: { type: 'data_source_id', data_source_id: inDataSource(task, call.settings).data_source_id },
      properties: {
        title: { title: richText(task.title) },
        [call.settings.key_property]: { rich_text: richText(hexOfKey(call.key)) },
        ...(task.due_date && { [call.settings.due_property]: { date: { start: task.due_date } } }),
      },
      ...(task.body && { children: blocksOf(task.body) }),
    },
    answer: Page,
  });

/** Looks for the page that an earlier try with this key has made. */
export async function findPage(place: Place, call: NotionCall): Promise<Finding<Page>> {
  const filter = { property: call.settings.key_property, rich_text: { equals: hexOfKey(call.key) } };
  const [page] = (await queryPages(place, call, { filter, page_size: 1 })).results;
  return page ? { found: 'done', output: { id: page.id, url: page.url } } : { found: 'nothing' };
}

/** Puts a page into the trash, where people can get it back. */
export async function trashPage({ id }: Page, call: NotionCall): Promise<void> {
  await api(call, { method: 'PATCH', path: path`/pages/${id}`, body: { in_trash: true }, answer: Trashed });
}
