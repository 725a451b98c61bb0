import { z } from 'zod';
import { secretText } from '../secret-text.ts';

export const Credentials = z.strictObject({
  accessToken: secretText('a personal API key, lin_api_…, or an OAuth access token'),
});

export const Settings = z.strictObject({
  team_id: z.string().min(1).optional().describe('the team whose issues are meant where a call names none'),
});
export type Settings = z.infer<typeof Settings>;

const titleCharsMax = 255;
const descriptionCharsMax = 100_000;

const Title = z.string().min(1).max(titleCharsMax).describe('the title');
const Description = z.string().max(descriptionCharsMax).describe('the description, in Markdown');
const fields = {
  description: Description.optional(),
  priority: z.int().min(0).max(4).optional().describe('0 none, 1 urgent, 2 high, 3 normal, 4 low'),
  due_date: z.iso.date().optional().describe('when it is due'),
  assignee_id: z.string().min(1).optional().describe('the id of the person who does it'),
  label_ids: z.array(z.string().min(1)).max(50).optional().describe('ids of labels'),
};

export const CreateIssue = z.strictObject({
  title: Title,
  ...fields,
  team_id: z.string().min(1).optional().describe('the id of the team; by default the account’s'),
});
export type CreateIssue = z.infer<typeof CreateIssue>;

export const UpdateIssue = z
  .strictObject({
    id: z.string().min(1).describe('the issue’s id, or its number like "ENG-123"'),
    title: Title.optional(),
    ...fields,
    state_id: z.string().min(1).optional().describe('the id of the workflow state it gets'),
  })
  .refine((issue) => Object.keys(issue).length > 1, { path: ['title'], error: 'expected a change' });
export type UpdateIssue = z.infer<typeof UpdateIssue>;

export const Search = z.strictObject({
  term: z.string().min(1).max(500).describe('what to look for'),
  first: z.int().min(1).max(50).default(10).describe('how many issues at most'),
});

/** The fields of Linear's answers that are used here. */
export const Issue = z.object({ id: z.string(), identifier: z.string(), title: z.string(), url: z.string() });
export type Issue = z.infer<typeof Issue>;
export const FoundIssues = z.object({ issues: z.array(Issue) });

export const Created = z.object({ issueCreate: z.object({ success: z.literal(true), issue: Issue }) });
export const Updated = z.object({ issueUpdate: z.object({ success: z.literal(true), issue: Issue }) });
export const Deleted = z.object({ issueDelete: z.object({ success: z.literal(true) }) });
export const Nodes = z.object({ issues: z.object({ nodes: z.array(Issue) }) });
export const SearchNodes = z.object({ searchIssues: z.object({ nodes: z.array(Issue) }) });
