import type { StandIn } from '@intexuraos/connectors/testing';
import { type Served, type ServeOptions, serve } from './serve.ts';

/** A served action-engine whose Anna has an account of the Slack that stands in. */
export async function serveWithSlack(slack: StandIn, options: ServeOptions = {}): Promise<Served> {
  const own = { INTEXURAOS_SLACK_API_URL: slack.url, INTEXURAOS_OPERATIONS_LOOPBACK: 'true' };
  const served = await serve({ ...options, variables: { ...own, ...options.variables } });
  const body = { platform: 'slack', label: 'work', credentials: { accessToken: 'canary-token' } };
  const { status } = await served.call('POST', '/connections', { userId: 'anna', body });
  if (status !== 201) throw new Error(`expected a connection, got ${status}`);
  return served;
}

/** A message to Slack, as a wish. */
export const messageWish = (text: string, fields: object = {}) => ({
  platform: 'slack',
  action_type: 'post_message',
  payload: { channel: 'C1', text },
  ...fields,
});
