import { type Bound, type Connector, type ConnectorName, connectors } from '@intexuraos/connectors';
import type { StandIn } from '@intexuraos/connectors/testing';

/** What a test wishes for on one platform, and the account that it has there. */
interface Sample {
  readonly operation: string;
  readonly payload: Readonly<Record<string, unknown>>;
  credentials(standIn: StandIn): object;
  settings?(standIn: StandIn): object;
}

const google = () => ({ accessToken: 'canary-google-token' });
const mail = { to: 'ana@example.com', subject: 'The notes', body: 'They are below' };

/** One change of each platform; where a platform changes nothing, a question. */
const samples: Readonly<Record<ConnectorName, Sample>> = {
  email: {
    operation: 'send_email',
    payload: mail,
    credentials: ({ url }) => ({
      host: '127.0.0.1',
      port: Number(new URL(url).port),
      security: 'none',
      sender: 'me@example.com',
    }),
  },
  gmail: { operation: 'send_email', payload: mail, credentials: google },
  google_calendar: {
    operation: 'create_event',
    payload: { summary: 'Lunch', start: '2026-11-30T12:00:00+01:00', end: '2026-11-30T13:00:00+01:00' },
    credentials: google,
  },
  google_sheets: {
    operation: 'append_rows',
    payload: { spreadsheet_id: 'sheet-0001', sheet: 'Sheet1', rows: [['Ben', 20]] },
    credentials: google,
  },
  home_assistant: {
    operation: 'fire_event',
    payload: { event_type: 'doorbell' },
    credentials: ({ url }) => ({ url, token: 'canary-hub-token' }),
  },
  http: {
    operation: 'request',
    payload: { method: 'PUT', url: '/documents/1', body: { text: 'Lunch is at noon' } },
    credentials: () => ({ headers: { Authorization: 'Bearer canary-http-token' } }),
    settings: ({ url }) => ({ allowed_hosts: [new URL(url).host], base_url: url }),
  },
  linear: {
    operation: 'create_issue',
    payload: { title: 'The door squeaks' },
    credentials: () => ({ accessToken: 'canary-linear-token' }),
    settings: () => ({ team_id: 'team-1' }),
  },
  notion: {
    operation: 'create_task',
    payload: { title: 'Call Ana', due_date: '2026-11-27' },
    credentials: () => ({ accessToken: 'canary-notion-token' }),
    settings: () => ({ data_source_id: '0123456789abcdef0123456789abcdef' }),
  },
  openai: {
    operation: 'generate_text',
    payload: { prompt: 'Say hello' },
    credentials: () => ({ apiKey: 'canary-openai-key' }),
  },
  slack: {
    operation: 'post_message',
    payload: { channel: 'C1', text: 'Lunch is at noon' },
    credentials: () => ({ accessToken: 'canary-slack-token' }),
  },
  zapier: {
    operation: 'trigger_zap',
    payload: { data: { title: 'Lunch' } },
    credentials: () => ({ hookUrl: 'https://hooks.zapier.com/hooks/catch/123456/canary-hook/' }),
  },
};

export const platforms = Object.keys(samples) as readonly ConnectorName[];

export const accountOn = (platform: ConnectorName, standIn: StandIn) => ({
  platform,
  credentials: samples[platform].credentials(standIn),
  settings: samples[platform].settings?.(standIn) ?? {},
});

/** The body of `POST /perform_action`. */
export const wishFor = (platform: ConnectorName) => ({
  platform,
  action_type: samples[platform].operation,
  payload: samples[platform].payload,
});

function boundFor(platform: ConnectorName): Bound {
  const connector: Connector = connectors[platform];
  const bound = connector.operations[samples[platform].operation]?.bind(samples[platform].payload);
  if (bound === undefined || 'problems' in bound) throw new Error(`${platform}: ${JSON.stringify(bound)}`);
  return bound.bound;
}

/** Whether it leaves a line in a ledger. */
export const changes = (platform: ConnectorName): boolean => boundFor(platform).effect === 'change';

/** Whether it can be brought to an end after a crash: the platform has one effect per key, or can be asked. */
export function canTell(platform: ConnectorName): boolean {
  const { effect, repeatable, reconcile } = boundFor(platform);
  return effect === 'none' || repeatable || reconcile !== null;
}

/** How often the platform has done it. */
export const effectsOn = (platform: ConnectorName, { ledger }: StandIn): number =>
  ledger.filter(({ operation }) => operation === samples[platform].operation).length;
