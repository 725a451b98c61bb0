type Visit = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

/**
 * What a person's browser does with an authorization URL of `serveOAuth`: shows the question, answers it, and comes to the
 * address it is sent back to, which is returned and not opened.
 */
export async function consentTo(authorizationUrl: string, answer: 'allow' | 'deny' = 'allow'): Promise<URL> {
  const cookies = new Map<string, string>();
  const { origin } = new URL(authorizationUrl);
  const visit = async (url: URL, init: Visit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  let url = new URL(authorizationUrl);
  while (url.origin === origin) {
    const isQuestion = url.pathname.startsWith('/interaction/');
    const response = await visit(url, isQuestion ? answering(answer) : {});
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${url.pathname} answered ${response.status} ${await response.text()}`);
    url = new URL(location, url);
  }
  return url;
}

const answering = (answer: string): Visit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: `answer=${answer}`,
});
