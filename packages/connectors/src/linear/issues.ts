import type { Finding } from '../connector.ts';
import { ConnectorError } from '../connector-error.ts';
import { uuidOfKey } from '../key-forms.ts';
import { ask, type LinearCall } from './api.ts';
import {
  Created,
  type CreateIssue,
  Deleted,
  type Issue,
  Nodes,
  SearchNodes,
  type Settings,
  Updated,
  type UpdateIssue,
} from './schema.ts';

const shown = 'id identifier title url';
const queries = {
  create: `mutation ($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { ${shown} } } }`,
  update: `mutation ($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) { success issue { ${shown} } } }`,
  remove: 'mutation ($id: String!) { issueDelete(id: $id) { success } }',
  find: `query ($id: ID!) { issues(first: 1, includeArchived: true, filter: { id: { eq: $id } }) { nodes { ${shown} } } }`,
  search: `query ($term: String!, $first: Int!) { searchIssues(term: $term, first: $first) { nodes { ${shown} } } }`,
};

/** With the account's team where none is named. Throws INVALID_PAYLOAD where it has none either. */
export function inTeam(issue: CreateIssue, { team_id }: Settings): CreateIssue & { readonly team_id: string } {
  const id = issue.team_id ?? team_id;
  if (id !== undefined) return { ...issue, team_id: id };
  throw new ConnectorError('INVALID_PAYLOAD', 'Linear: neither the call nor the account names a team');
}

/** The issue's id is made of the key, so Linear refuses a second one: then the first is the answer. */
export async function createIssue(issue: CreateIssue, call: LinearCall): Promise<Issue> {
  const { team_id: teamId } = inTeam(issue, call.settings);
  const input = { id: uuidOfKey(call.key), teamId, ...inputOf(issue) };
  try {
    return (await ask(call, { query: queries.create, variables: { input }, answer: Created })).issueCreate.issue;
  } catch (error) {
    if (!(error instanceof ConnectorError && isRefusal(error))) throw error;
    const finding = await findIssue(call).catch(() => null);
    if (finding?.found === 'done') return finding.output;
    throw error;
  }
}

const isRefusal = ({ code }: ConnectorError) =>
  code === 'INVALID_PAYLOAD' || code === 'CONFLICT' || code === 'PLATFORM_ERROR';

/** Looks for the issue that an earlier try with this key has made. */
export async function findIssue(call: LinearCall): Promise<Finding<Issue>> {
  const variables = { id: uuidOfKey(call.key) };
  const [issue] = (await ask(call, { query: queries.find, variables, answer: Nodes })).issues.nodes;
  return issue ? { found: 'done', output: issue } : { found: 'nothing' };
}

export async function updateIssue({ id, ...changes }: UpdateIssue, call: LinearCall): Promise<Issue> {
  const variables = { id, input: inputOf(changes) };
  return (await ask(call, { query: queries.update, variables, answer: Updated })).issueUpdate.issue;
}

/** Into the trash, where it stays for a while. */
export async function deleteIssue({ id }: Issue, call: LinearCall): Promise<void> {
  await ask(call, { query: queries.remove, variables: { id }, answer: Deleted });
}

export async function searchIssues(
  variables: { term: string; first: number },
  call: LinearCall,
): Promise<readonly Issue[]> {
  return (await ask(call, { query: queries.search, variables, answer: SearchNodes })).searchIssues.nodes;
}

type Fields = Omit<UpdateIssue, 'id'>;

/** As GraphQL calls them; what is undefined does not leave. */
const inputOf = ({ title, description, priority, due_date, assignee_id, label_ids, state_id }: Fields) => ({
  title,
  description,
  priority,
  dueDate: due_date,
  assigneeId: assignee_id,
  labelIds: label_ids,
  stateId: state_id,
});
