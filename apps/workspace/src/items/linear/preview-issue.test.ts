import { LinearPreview } from '@intexuraos/internal-clients/linear-agent';
import { processorMs } from '@intexuraos/testing';
import { expect, test } from '@jest/globals';
import { previewIssue } from './preview-issue.ts';

const preview = (text: string, summary?: string) =>
  previewIssue({ id: 'a1', userId: 'anna', text, ...(summary !== undefined && { summary }) });

test.each([
  ['Login is broken', { title: 'Login is broken' }],
  ['Linear issue: login is broken', { title: 'login is broken' }],
  ['Create a bug: login is broken', { title: 'login is broken' }],
  ['Login is broken\n\nSafari only', { title: 'Login is broken', description: 'Login is broken\n\nSafari only' }],
  ['Login is broken, team Mobile, priority: high', { team: 'Mobile', priority: 'high' }],
  ['urgent: Login is broken', { priority: 'urgent' }],
  ['Login is broken, urgent!', { priority: 'urgent' }],
  ['Login is broken (urgent)', { priority: 'urgent' }],
  ['Login is broken. This is very urgent', { priority: 'urgent' }],
  ['Login does not work and it is urgent', { priority: 'urgent' }],
  ['Not a bug of ours, urgent', { priority: 'urgent' }],
  ['It was not urgent. Now it is, priority: high', { priority: 'high' }],
  ['Login is broken - urgent', { priority: 'urgent' }],
  ['Login is broken, team: mobile', { team: 'mobile' }],
])('%s', (text, expected) => {
  const issue = preview(text);
  expect(issue).toMatchObject({ status: 'ready', ...expected });
  expect(LinearPreview.safeParse(issue).success).toBe(true);
});

test('team and priority are not guessed', () => {
  expect(preview('High walls in the hallway')).not.toHaveProperty('priority');
  for (const text of ['Login is broken, not urgent', 'It is not urgent: login', 'The urgent care page is broken'])
    expect(preview(text)).not.toHaveProperty('priority');
  for (const text of ['Ask the teams', 'The team is tired']) expect(preview(text)).not.toHaveProperty('team');
});

test.each([
  'Login is broken, it isn’t urgent',
  "Login is broken. I don't think it is urgent",
  'Nobody says that this is urgent',
  'Login is broken (non-urgent)',
  'Login is broken, no rush',
  'Tell me if it’s urgent',
  'This is not priority high',
  'Login is broken: urgent-care page',
])('%s: not a word of urgency', (text) => {
  expect(preview(text)).not.toHaveProperty('priority');
});

test('a summary becomes the key points', () => {
  expect(preview('Login is broken', 'Safari; since Monday')).toMatchObject({
    description: '## Key points\n\nSafari; since Monday',
  });
});

test('a line too long for a title is cut at a word, and stands in full in the description', () => {
  const line = 'word '.repeat(100).trim();
  const { title, description } = preview(line);
  expect([...(title ?? '')].length).toBeLessThanOrEqual(200);
  expect(title).toMatch(/word…$/);
  expect(description).toBe(line);
});

test('nothing is not an issue', () => {
  expect(preview('  \n ')).toMatchObject({ status: 'failed', missing: ['title'] });
});

test.each([' ', 'team ', 'create a ', 'team:', 'not, urgent ', 'not it is urgent, ', ' -'])(
  'a hundred thousand characters of %j cost nothing',
  (piece) => {
    expect(processorMs(() => preview(piece.repeat(100_000 / piece.length)))).toBeLessThan(500);
  },
);
