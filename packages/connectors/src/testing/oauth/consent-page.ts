const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 28rem; margin: 15vh auto 0; padding: 1.5rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .5rem }
button { font: inherit; padding: .5rem 1.5rem; margin-right: .5rem }
`;

/** What a person is asked before an app gets at their account. */
export const consentPage = (clientId: string, scopes: readonly string[]): string => `<!doctype html><html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Allow access?</title><style>${style}</style>
<h1>Allow access?</h1><p>This is the test server of this machine; there is no real account behind it.</p>
<p><b>${escaped(clientId)}</b> wants to use your test account${scopes.length > 0 ? ':' : '.'}</p>
<ul>${scopes.map((scope) => `<li><code>${escaped(scope)}</code></li>`).join('')}</ul>
<form method="post"><button name="answer" value="allow">Allow</button><button name="answer" value="deny">Deny</button></form></html>`;
