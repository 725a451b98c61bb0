import { email } from './email/index.ts';
import { gmail } from './gmail/index.ts';
import { googleCalendar } from './google-calendar/index.ts';
import { googleSheets } from './google-sheets/index.ts';
import { homeAssistant } from './home-assistant/index.ts';
import { http } from './http/index.ts';
import { linear } from './linear/index.ts';
import { notion } from './notion/index.ts';
import { openai } from './openai/index.ts';
import { slack } from './slack/index.ts';
import { zapier } from './zapier/index.ts';

export type { OAuthProvider } from './auth.ts';
export type { Bound, Connector, Fact, Operation, Problem, Risk } from './connector.ts';
export { ConnectorError, type ConnectorErrorCode, connectorErrors } from './connector-error.ts';
export {
  type Account,
  createOperations,
  type Operations,
  type OperationsSettings,
  type Performed,
  type Wish,
} from './engine/index.ts';

/** Every outside platform. A new one is its folder and its line here. */
export const connectors = {
  email,
  gmail,
  google_calendar: googleCalendar,
  google_sheets: googleSheets,
  home_assistant: homeAssistant,
  http,
  linear,
  notion,
  openai,
  slack,
  zapier,
} as const;

export type ConnectorName = keyof typeof connectors;
