import { describe, expect, test } from '@jest/globals';
import { describeConnector } from '../testing/connector.contract.ts';
import { blocksOf, richText } from './blocks.ts';
import { notion } from './index.ts';
import { serveNotion } from './testing/stand-in.ts';

const id = '0123456789abcdef0123456789abcdef';

describeConnector({
  connector: notion,
  serve: () => serveNotion(),
  credentials: () => ({ accessToken: 'canary-notion-token' }),
  settings: () => ({ data_source_id: id }),
  samples: {
    create_task: {
      input: { title: 'Call Ana', due_date: '2026-11-27', body: 'About the notes' },
      bad: { title: 'Call Ana', due_date: 'tomorrow' },
    },
    create_page: { input: { title: 'Notes' }, bad: { title: '' } },
    query: { input: { page_size: 5 }, bad: { page_size: 101 } },
    append: { input: { page_id: id, text: 'One more line' }, bad: { page_id: '../users', text: 'x' } },
  },
});

describe('text for Notion', () => {
  test('is cut at two thousand characters, and no character is broken', () => {
    const pieces = richText(`${'x'.repeat(1_999)}👍${'y'.repeat(2_001)}`).map(({ text }) => text.content);
    expect(pieces.map(({ length }) => length)).toEqual([1_999, 2_000, 3]);
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
  });

  test('has a paragraph where it has one, and never more than Notion takes', () => {
    expect(blocksOf('One\nstill one\n\nTwo')).toMatchObject([
      { paragraph: { rich_text: [{ text: { content: 'One\nstill one' } }] } },
      { paragraph: { rich_text: [{ text: { content: 'Two' } }] } },
    ]);
    const blocks = blocksOf(Array.from({ length: 300 }, (_, line) => `line ${line}`).join('\n\n'));
    expect(blocks).toHaveLength(100);
    const last = blocks
      .at(-1)
      ?.paragraph.rich_text.map(({ text }) => text.content)
      .join('');
    expect(last?.startsWith('line 99\n\n') && last.endsWith('line 299')).toBe(true);
  });
});
