import { z } from 'zod';
import { secretText } from '../secret-text.ts';

/** An integration's token, or what OAuth gave. */
export const Credentials = z.strictObject({
  accessToken: secretText('the token of an internal integration, ntn_…, or an OAuth access token'),
});

/** Notion writes ids with and without hyphens. */
const Id = z
  .string()
  .regex(
    /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
    'expected an id of 32 hexadecimal digits',
  );
const DataSourceId = Id.describe('the data source (a database’s table) that it belongs to; by default the account’s');
const PropertyName = z.string().min(1).max(100);

export const Settings = z.strictObject({
  data_source_id: Id.optional().describe('the data source that is meant where a call names none'),
  key_property: PropertyName.default('Key').describe('a text property that holds what makes each page be made once'),
  due_property: PropertyName.default('Due').describe('the date property that holds when a task is due'),
});
export type Settings = z.infer<typeof Settings>;

/** https://developers.notion.com/reference/request-limits */
export const textCharsMax = 2_000;
const bodyCharsMax = 100_000;

const Title = z.string().min(1).max(textCharsMax).describe('the title');
const Body = z.string().max(bodyCharsMax).describe('the text; a blank line begins a new paragraph');

export const CreateTask = z.strictObject({
  title: Title,
  due_date: z.iso.date().optional().describe('when it is due'),
  body: Body.optional(),
  data_source_id: DataSourceId.optional(),
});

export const CreatePage = z.strictObject({
  title: Title,
  body: Body.optional(),
  data_source_id: DataSourceId.optional(),
});

export const Query = z.strictObject({
  data_source_id: DataSourceId.optional(),
  filter: z
    .record(z.string(), z.json())
    .optional()
    .describe('a filter as Notion’s API describes it; all pages unless said'),
  page_size: z.int().min(1).max(100).default(25).describe('how many pages at most'),
  start_cursor: z.string().min(1).optional().describe('next_cursor of the answer before'),
});

export const Append = z.strictObject({ page_id: Id.describe('the page to append to'), text: Body.min(1) });

/** The fields of Notion's answers that are used here. */
export const Page = z.object({ id: z.string(), url: z.string() });
export type Page = z.infer<typeof Page>;

const TitleProperty = z.object({ type: z.literal('title'), title: z.array(z.object({ plain_text: z.string() })) });
const Property = z.union([TitleProperty, z.object({ type: z.string() })]);
const PageWithTitle = Page.extend({ properties: z.record(z.string(), Property) });

export const Pages = z.object({ results: z.array(PageWithTitle), next_cursor: z.string().nullable() });
export type Pages = z.infer<typeof Pages>;
export const FoundPages = z.object({
  pages: z.array(Page.extend({ title: z.string() })),
  next_cursor: z.string().nullable(),
});

export const Blocks = z.object({ results: z.array(z.object({ id: z.string() })) });
export const Appended = z.object({ page_id: z.string(), block_ids: z.array(z.string()) });
export const Trashed = z.object({ id: z.string() });
