import { serveSmtp } from '../email/testing/stand-in.ts';
import { serveGmail } from '../gmail/testing/stand-in.ts';
import { serveGoogleCalendar } from '../google-calendar/testing/stand-in.ts';
import { serveGoogleSheets } from '../google-sheets/testing/stand-in.ts';
import { serveHomeAssistant } from '../home-assistant/testing/stand-in.ts';
import { serveDocuments } from '../http/testing/stand-in.ts';
import { serveLinear } from '../linear/testing/stand-in.ts';
import { serveNotion } from '../notion/testing/stand-in.ts';
import { serveOpenAi } from '../openai/testing/stand-in.ts';
import { serveSlack } from '../slack/testing/stand-in.ts';
import { serveZapier } from '../zapier/testing/stand-in.ts';
import type { StandIn } from './stand-in.ts';

/** Every platform on this machine, by the connector's name; each listens on the port it is given. */
export const platformStandIns: Readonly<Record<string, (port: number) => Promise<StandIn>>> = {
  email: (port) => serveSmtp({ port }),
  gmail: (port) => serveGmail(port),
  google_calendar: serveGoogleCalendar,
  google_sheets: serveGoogleSheets,
  home_assistant: serveHomeAssistant,
  http: serveDocuments,
  linear: serveLinear,
  notion: serveNotion,
  openai: serveOpenAi,
  slack: serveSlack,
  zapier: serveZapier,
};
