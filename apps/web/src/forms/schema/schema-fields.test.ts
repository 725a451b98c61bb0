import { describe, expect, test } from '@jest/globals';
import { fieldsIn, nodesOf } from './schema-fields.ts';
import { valueOf } from './schema-value.ts';

const text = { type: 'string' };
const schema = {
  type: 'object',
  properties: {
    to: { anyOf: [text, { type: 'array', items: text }], description: 'who gets it' },
    body: { ...text, maxLength: 200_000 },
    password: { ...text, writeOnly: true },
    port: { type: 'integer', default: 587 },
    security: { ...text, enum: ['tls', 'none'] },
    notify: { type: 'boolean', default: true },
    due_date: { ...text, format: 'date' },
    start: { anyOf: [{ ...text, format: 'date' }, text] },
    headers: { type: 'object', additionalProperties: text },
    rows: { type: 'array', items: { type: 'array' } },
    target: { type: 'object', properties: { entity_id: text, area_id: text } },
  },
  required: ['to'],
};
const nodes = nodesOf(schema, 'payload');

test('each property is a field of its kind, with its path, its words and whether it is needed', () => {
  expect(fieldsIn(nodes).map(({ path, kind }) => [path.replace('payload.', ''), kind])).toEqual([
    ['to', 'lines'],
    ['body', 'text'],
    ['password', 'line'],
    ['port', 'number'],
    ['security', 'choice'],
    ['notify', 'toggle'],
    ['due_date', 'date'],
    ['start', 'line'],
    ['headers', 'pairs'],
    ['rows', 'json'],
    ['target.entity_id', 'line'],
    ['target.area_id', 'line'],
  ]);
  expect(nodes[0]).toMatchObject({ label: 'To', hint: 'Who gets it', isRequired: true, isSecret: false });
  expect(nodes[2]).toMatchObject({ isSecret: true, isRequired: false });
  expect(nodes[6]).toMatchObject({ label: 'Due date' });
});

describe('what was typed is read', () => {
  test('as the schema wants it; what is empty is left out, and defaults stand as they are shown', () => {
    const typed = {
      'payload.to': ' ana@example.com \n\n',
      'payload.body': 'Hello\nAna',
      'payload.port': '',
      'payload.headers': 'accept: text/plain\nx-note: a: b',
      'payload.rows': '[["a", 1]]',
      'payload.notify': 'false',
      'payload.target.area_id': 'kitchen',
    };
    expect(valueOf(nodes, typed)).toEqual({
      to: 'ana@example.com',
      body: 'Hello\nAna',
      notify: false,
      headers: { accept: 'text/plain', 'x-note': 'a: b' },
      rows: [['a', 1]],
      target: { area_id: 'kitchen' },
    });
    expect(valueOf(nodes, { 'payload.to': 'a\nb' })).toEqual({ to: ['a', 'b'], port: 587, notify: true });
  });

  test('and what cannot be read is sent as it stands, for the API to say what it expects', () => {
    expect(valueOf(nodes, { 'payload.port': 'often', 'payload.rows': '[oops' })).toMatchObject({
      port: 'often',
      rows: '[oops',
    });
  });
});
