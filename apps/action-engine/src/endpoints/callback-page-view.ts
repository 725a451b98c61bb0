import { createHash } from 'node:crypto';

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 32rem; margin: 20vh auto 0; padding: 1rem; text-align: center }
`;

/** What came is in the address: it is posted once, and taken out of the address and the history first. */
const script = `
const said = document.querySelector('h1'), more = document.querySelector('p'), back = document.querySelector('a');
const tell = (title, text) => {
  said.textContent = title;
  more.textContent = text;
  if (back) back.hidden = false;
};
const came = new URLSearchParams(location.search);
history.replaceState(null, '', location.pathname);
const names = ['state', 'code', 'iss', 'error'].filter((name) => came.get(name));
fetch(location.pathname, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(Object.fromEntries(names.map((name) => [name, came.get(name)]))),
}).then(async (answer) => {
  const { connection, error } = await answer.json();
  if (connection && back) location.replace(back.href + '?connected=' + encodeURIComponent(connection.id));
  else if (connection) tell(connection.label + ' is connected', 'You can close this page.');
  else tell('Not connected', error.message);
}).catch(() => tell('Not connected', 'The answer did not come. Begin again.'));
`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const linkTo = (webAppUrl: string) =>
  `<p><a hidden href="${encodeURI(webAppUrl.replace(/\/+$/, ''))}/#/connections">Back to your connections</a></p>`;

/** The same page for everybody: what it shows, it learns from its own post. It leads on to the web app where there is one. */
export const callbackPage = (
  webAppUrl: string | null,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Connecting</title><style>${style}</style><h1>Connecting …</h1><p role="status"></p>${webAppUrl === null ? '' : linkTo(webAppUrl)}<script>${script}</script></html>`;

/** Lets in this page's own style and script, and a post to where it came from. */
export const callbackPagePolicy = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
