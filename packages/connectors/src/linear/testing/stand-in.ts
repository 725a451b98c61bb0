import { z } from 'zod';
import type { Platform, StandInAnswer } from '../../testing/http-stand-in.ts';
import { serveStandIn } from '../../testing/http-stand-in.ts';
import type { Effect } from '../../testing/stand-in.ts';
import type { Issue } from '../schema.ts';

const no = (code: string, message: string, status = 200): StandInAnswer => ({
  status,
  body: { errors: [{ message, extensions: { code, type: code.toLowerCase(), userPresentableMessage: message } }] },
});
const refusals: Readonly<Record<number, StandInAnswer>> = {
  400: no('INPUT_ERROR', 'Argument Validation Error', 400),
  401: no('AUTHENTICATION_ERROR', 'Authentication required, not authenticated', 401),
  403: no('FORBIDDEN', 'Forbidden'),
  404: no('INPUT_ERROR', 'Entity not found: Team'),
  429: no('RATELIMITED', 'Rate limit exceeded', 400),
  503: { status: 503, body: 'upstream connect error' },
};

const Request = z.strictObject({ query: z.string(), variables: z.record(z.string(), z.json()) });
const NewIssue = z.strictObject({
  id: z.uuidv4(),
  teamId: z.string(),
  title: z.string(),
  description: z.string().optional(),
  priority: z.number().optional(),
  dueDate: z.iso.date().optional(),
  assigneeId: z.string().optional(),
  labelIds: z.array(z.string()).optional(),
});
type KeptIssue = Issue & { readonly changes: string };

const isNamed = (name: unknown) => (issue: Issue) => issue.id === name || issue.identifier === name;

/** Linear's GraphQL API as far as it is used: https://linear.app/developers/graphql */
function linearPlatform(): Platform {
  const issues: KeptIssue[] = [
    { id: 'old', identifier: 'ENG-1', title: 'Old', url: 'https://linear.app/1', changes: '' },
  ];
  type Answer = (variables: z.infer<typeof Request>['variables'], effect: (effect: Effect) => void) => StandInAnswer;
  const data = (body: object): StandInAnswer => ({ status: 200, body: { data: body } });
  const answers: Readonly<Record<string, Answer>> = {
    issueCreate({ input }, effect) {
      const { data: read } = NewIssue.safeParse(input);
      if (!read) return no('INPUT_ERROR', 'Argument Validation Error', 400);
      if (issues.some(isNamed(read.id))) return no('INPUT_ERROR', 'An entity with this id exists already');
      const identifier = `ENG-${issues.length + 1}`;
      const issue = {
        id: read.id,
        identifier,
        title: read.title,
        url: `https://linear.app/${identifier}`,
        changes: '',
      };
      issues.push(issue);
      effect({ operation: 'create_issue', key: read.id, content: JSON.stringify(read) });
      return data({ issueCreate: { success: true, issue } });
    },
    issueUpdate({ id, input }, effect) {
      const index = issues.findIndex(isNamed(id));
      const issue = issues[index];
      if (!issue) return no('INPUT_ERROR', 'Entity not found: Issue');
      const changes = JSON.stringify(input);
      if (issue.changes !== changes) effect({ operation: 'update_issue', key: issue.id });
      issues[index] = { ...issue, changes };
      return data({ issueUpdate: { success: true, issue } });
    },
    issueDelete({ id }, effect) {
      effect({ operation: 'undo create_issue', key: JSON.stringify(id) });
      return data({ issueDelete: { success: true } });
    },
    searchIssues: ({ term }) => data({ searchIssues: { nodes: issues.filter(({ title }) => title === term) } }),
    issues: ({ id }) => data({ issues: { nodes: issues.filter(isNamed(id)) } }),
  };
  return {
    refusal: (status) => refusals[status] ?? no('INTERNAL_SERVER_ERROR', 'Internal server error', status),
    answer({ headers, body }, effect) {
      if (!/^(Bearer canary-|lin_api_)/.test(headers.authorization ?? '')) return refusals[401] ?? no('', '');
      const { query, variables } = Request.parse(body);
      const field = /\{ (\w+)/.exec(query)?.[1] ?? '';
      return (
        answers[field]?.(variables, effect) ?? no('GRAPHQL_VALIDATION_FAILED', `Cannot query field "${field}"`, 400)
      );
    },
  };
}

export const serveLinear = (port?: number) => serveStandIn(linearPlatform(), port);
