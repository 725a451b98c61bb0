import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { callbackPage, callbackPagePolicy } from './callback-page-view.ts';
import { endpoint } from './endpoint.ts';

export const showCallbackPage = endpoint({
  method: 'GET',
  path: '/auth/callback',
  auth: 'public',
  summary: 'Where a platform sends the browser back to: a page that posts what came, and changes nothing by itself',
  wire: 'raw',
  // Platforms add parameters of their own: Google `scope` and `authuser`.
  input: z.looseObject({}),
  output: z.string(),
  handle: async (_, { app }) =>
    answer(200, callbackPage(app.webAppUrl), {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': callbackPagePolicy,
    }),
});
