import type { Exchange } from '@intexuraos/http-exchange';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { classifyAnswer } from './classify-answer.ts';

const Data = z.object({ id: z.string() });
const now = Date.parse('2026-11-20T10:00:00Z');
const classify = (exchange: Exchange) => classifyAnswer(exchange, Data, { neighbour: 'todos-agent', now });

const response = (
  status: number,
  body: unknown,
  more: { contentType?: string; retryAfter?: string } = {},
): Exchange => ({
  kind: 'response',
  status,
  contentType: more.contentType ?? 'application/json; charset=utf-8',
  retryAfter: more.retryAfter ?? null,
  body: typeof body === 'string' || body === null ? body : JSON.stringify(body),
});
const refusal = (code: string, details?: unknown) => ({ success: false, error: { code, message: 'no', details } });
const verdict = (exchange: Exchange) => {
  const outcome = classify(exchange);
  return outcome.kind === 'answered' ? outcome : [outcome.code, outcome.effect, outcome.retryable ? 'again' : 'final'];
};

describe('an answer that can be read', () => {
  test.each([200, 201, 202])('%i with the promised data is answered', (status) => {
    const body = { success: true, data: { id: 'a', more: 'ignored' } };
    expect(classify(response(status, body))).toEqual({ kind: 'answered', data: { id: 'a' } });
  });

  test.each([
    [400, 'INVALID_REQUEST', 'no_effect', 'final'],
    [401, 'UNAUTHORIZED', 'no_effect', 'final'],
    [404, 'NOT_FOUND', 'no_effect', 'final'],
    [408, 'TIMEOUT', 'no_effect', 'again'],
    [409, 'CONFLICT', 'no_effect', 'final'],
    [422, 'VALIDATION_FAILED', 'no_effect', 'final'],
    [425, 'TOO_EARLY', 'no_effect', 'again'],
    [429, 'RATE_LIMITED', 'no_effect', 'again'],
    [500, 'INTERNAL_ERROR', 'unknown', 'again'],
    [502, 'DOWNSTREAM_ERROR', 'unknown', 'again'],
    [503, 'UNAVAILABLE', 'no_effect', 'again'],
    [504, 'TIMEOUT', 'unknown', 'again'],
  ])('%i with a JSON error is a failure with its code %s: %s, %s', (status, code, effect, again) => {
    expect(verdict(response(status, refusal(code)))).toEqual([code, effect, again]);
  });

  test("the neighbour's details and words are handed on", () => {
    const outcome = classify(response(409, refusal('CONFLICT', { existingBookmarkId: 'b1' })));
    expect(outcome).toMatchObject({ message: 'no', details: { existingBookmarkId: 'b1' } });
  });

  test.each([
    ['7', 7_000],
    ['Fri, 20 Nov 2026 10:01:00 GMT', 60_000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
  ])('Retry-After: %s', (retryAfter, expected) => {
    const outcome = classify(response(429, refusal('RATE_LIMITED'), { retryAfter }));
    expect(outcome.kind === 'failed' ? outcome.retryAfterMs : 'answered').toBe(expected);
  });

  test('a final refusal has no time for a next try, whatever its header says', () => {
    expect(classify(response(422, refusal('VALIDATION_FAILED'), { retryAfter: '5' }))).not.toHaveProperty(
      'retryAfterMs',
    );
  });
});

describe('an answer that makes no sense may have had an effect', () => {
  test.each<[string, Exchange, string]>([
    ['200 with HTML', response(200, '<h1>', { contentType: 'text/html' }), 'final'],
    [
      'JSON that says it is text',
      response(200, '{"success":true,"data":{"id":"a"}}', { contentType: 'text/plain' }),
      'final',
    ],
    ['200 with half a JSON', response(200, '{"success":tr'), 'final'],
    ['200 with other data', response(200, { success: true, data: { ok: 1 } }), 'final'],
    ['200 without envelope', response(200, { id: 'a' }), 'final'],
    ['200 with an error', response(200, refusal('INTERNAL_ERROR')), 'final'],
    ['an empty 204', response(204, ''), 'final'],
    ['a body over the limit', response(200, null), 'final'],
    ['a redirect', response(302, ''), 'final'],
    ['404 of somebody in between', response(404, '<h1>', { contentType: 'text/html' }), 'final'],
    ['502 of a gateway', response(502, '<h1>', { contentType: 'text/html' }), 'again'],
    ['503 of a gateway', response(503, '', { contentType: 'text/html' }), 'again'],
  ])('%s', (_, exchange, again) => {
    expect(verdict(exchange)).toEqual(['BAD_DOWNSTREAM_RESPONSE', 'unknown', again]);
  });

  test('but 429 never reached the neighbour, whoever says it', () => {
    expect(verdict(response(429, 'slow', { contentType: 'text/plain' }))).toEqual([
      'BAD_DOWNSTREAM_RESPONSE',
      'no_effect',
      'again',
    ]);
  });
});

describe('no answer', () => {
  test.each([
    ['timeout', true, 'DOWNSTREAM_TIMEOUT', 'unknown'],
    ['connection', true, 'DOWNSTREAM_CONNECTION_LOST', 'unknown'],
    ['aborted', true, 'CALL_ABORTED', 'unknown'],
    ['timeout', false, 'DOWNSTREAM_UNREACHABLE', 'no_effect'],
    ['connection', false, 'DOWNSTREAM_UNREACHABLE', 'no_effect'],
    ['aborted', false, 'CALL_ABORTED', 'no_effect'],
  ] as const)('%s, sent: %s means %s, %s', (reason, sent, code, effect) => {
    expect(verdict({ kind: 'no_response', reason, sent })).toEqual([code, effect, 'again']);
  });
});
