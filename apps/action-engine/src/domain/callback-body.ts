import type { Performance } from './performance.ts';

/** What is posted to a callback address, as JSON. It is the same at each attempt. */
export const callbackBody = ({ requestId, userId, wished, status, result, failure, endedAt }: Performance): string =>
  JSON.stringify({
    type: 'operation.finished',
    timestamp: new Date(endedAt ?? 0).toISOString(),
    data: {
      request_id: requestId,
      user_id: userId,
      platform: wished.platform,
      action_type: wished.operation,
      outcome: status,
      ...(result !== null && { result }),
      ...(failure !== null && { error: { code: failure.code, message: failure.message } }),
    },
  });
