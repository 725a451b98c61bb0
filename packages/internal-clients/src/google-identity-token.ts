/**
 * Google-signed ID tokens for calls between Cloud Run services. The library is loaded on the first call only, so that
 * a start on one machine never pays for it; it caches each token until shortly before its end.
 */
export function createGoogleIdentityToken(): (audience: string) => Promise<string> {
  const clients = new Map<string, ReturnType<typeof clientFor>>();
  return async (audience) => {
    const client = clients.get(audience) ?? clientFor(audience);
    clients.set(audience, client);
    const headers = await (await client).getRequestHeaders();
    return (headers.get('authorization') ?? '').replace(/^Bearer /, '');
  };
}

async function clientFor(audience: string) {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth().getIdTokenClient(audience);
}
