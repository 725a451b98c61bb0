import { Writable } from 'node:stream';
import { AppError } from '@intexuraos/kernel';
import { processorMs } from '@intexuraos/testing';
import { describe, expect, test } from '@jest/globals';
import { createLogger, type LogLevel } from './create-logger.ts';
import { maskSecrets } from './redact-text.ts';

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl';

function recorder(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const destination = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  return { log: createLogger({ level, name: 'toys', destination }), lines };
}

function written(facts: Readonly<Record<string, unknown>>): { readonly text: string; readonly line: object } {
  const { log, lines } = recorder();
  log.info(facts, 'something');
  const [text = ''] = lines;
  return { text, line: JSON.parse(text) as object };
}

test('a line is one JSON object as Cloud Logging reads it', () => {
  expect(written({ actionId: 'a1' }).line).toEqual({
    severity: 'INFO',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    service: 'toys',
    actionId: 'a1',
    message: 'something',
  });
});

test('levels below the configured one write nothing', () => {
  const { log, lines } = recorder('warn');
  log.debug({}, 'a');
  log.info({}, 'b');
  log.warn({}, 'c');
  log.error({}, 'd');
  expect(lines.map((line) => (JSON.parse(line) as { severity: string }).severity)).toEqual(['WARNING', 'ERROR']);
});

test('a line break in a fact cannot forge a line', () => {
  expect(written({ name: 'x\n{"severity":"ERROR"}' }).text.trimEnd().split('\n')).toHaveLength(1);
});

describe('what a line never shows', () => {
  test.each([
    [{ authorization: 'Bearer secret-1' }],
    [{ req: { headers: { authorization: 'secret-1', 'x-internal-auth': 'secret-1', cookie: 'secret-1' } } }],
    [{ account: { access_token: 'secret-1', refresh_token: 'secret-1', apiKey: 'secret-1', password: 'secret-1' } }],
    [{ oauth: { code: 'secret-1' } }],
    [{ list: [{ deep: { client_secret: 'secret-1' } }] }],
    [{ replyText: 'secret-1' }],
    [{ payload: { prompt: 'secret-1', title: 'secret-1' } }],
    [{ body: Buffer.from('secret-1') }],
    [{ url: `https://x.example/?q=${token}` }],
    [{ note: `sent with Bearer ${token}` }],
  ])('%j', (facts) => {
    expect(written(facts).text).not.toMatch(/secret-1|eyJ/);
  });

  test('of a text its length and a hash stay, of a phone number four digits, of a code what is an error code', () => {
    expect(written({ replyText: 'yes', phone: '+48600123456', code: 'NOT_FOUND', status: 404 }).line).toMatchObject({
      replyText: { chars: 3, sha256: expect.stringMatching(/^[0-9a-f]{16}$/) },
      phone: '…3456',
      code: 'NOT_FOUND',
      status: 404,
    });
  });

  test('what is too deep or too long is cut', () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: { h: { i: 'bottom' } } } } } } } } };
    expect(written(deep).text).not.toContain('bottom');
    expect(written({ long: 'x'.repeat(50_000) }).text.length).toBeLessThan(3_000);
  });
});

describe('an error', () => {
  test('of ours is shown with its code, message and cause', () => {
    const err = new AppError('UNAVAILABLE', 'The store does not answer', {
      cause: new TypeError('x is not a function'),
    });
    expect(written({ err }).line).toMatchObject({
      err: {
        code: 'UNAVAILABLE',
        message: 'The store does not answer',
        stack: expect.arrayContaining([expect.stringMatching(/^at /)]),
        cause: { type: 'TypeError', message: 'x is not a function' },
      },
    });
  });
  test.each([
    [`Invalid token signature: ${token}`],
    ['Incorrect API key provided: sk-proj-4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c'],
    ['GET https://x.example/cb?code=4f9a8b7c&state=9a failed'],
    ['{"access_token":"ya29.short","error":"x"}'],
    ['no account for anna@example.com or +48 600 123 456'],
  ])('of others shows no secret: %s', (message) => {
    const err = Object.assign(new Error(message), {
      config: { headers: { authorization: message } },
      response: message,
    });
    const { text } = written({ err });
    expect(text).not.toMatch(/eyJ|sk-proj-4f|4f9a8b7c|ya29|anna@|600 123/);
    expect(text).not.toContain('config');
  });
  test('without an end of causes is shown to a depth', () => {
    const err = new Error('loop');
    err.cause = err;
    expect(written({ err }).text.match(/"loop"/g)).toHaveLength(5);
  });
});

test('masking takes linear time', () => {
  for (const nasty of [
    'eyJ'.repeat(700),
    '1 '.repeat(1_000),
    '"'.repeat(2_000),
    'a@'.repeat(1_000),
    '&key='.repeat(400),
  ]) {
    expect(processorMs(() => maskSecrets(nasty))).toBeLessThan(150);
  }
});
