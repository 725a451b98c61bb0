import { createServer } from 'node:http';
import type { Effect, StandIn } from '@intexuraos/connectors/testing';
import { listening } from '@intexuraos/testing';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');

const effectHtml = ({ operation, key, content = '' }: Effect) =>
  `<li><b>${escaped(operation)}</b> <code>${escaped(key)}</code>${content && `<pre>${escaped(content)}</pre>`}</li>`;

const platformHtml = (name: string, { ledger }: StandIn) =>
  `<h2>${escaped(name)}</h2>${ledger.length === 0 ? '<p>nothing yet</p>' : `<ol>${ledger.map(effectHtml).join('')}</ol>`}`;

/** What really happened on each platform: as a page, and as JSON at `/ledger.json`. */
export function serveLedgers(standIns: Readonly<Record<string, StandIn>>, port: number): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/ledger.json') {
      response.setHeader('content-type', 'application/json');
      return response.end(
        JSON.stringify(Object.fromEntries(Object.entries(standIns).map(([name, { ledger }]) => [name, ledger]))),
      );
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const sections = Object.entries(standIns).map(([name, standIn]) => platformHtml(name, standIn));
    return response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<title>What happened on the test platforms</title><style>body { max-width: 50rem; margin: 2rem auto; font: 16px/1.5 system-ui }</style>
<h1>What happened on the test platforms</h1>${sections.join('')}</html>`);
  });
  return listening(server, port);
}
