/**
 * Access tokens for Google's own APIs, of the account that the process runs as. The library is loaded on the first
 * call only; it caches the token until shortly before its end.
 */
export function createGoogleAccessToken(scope: string): () => Promise<string> {
  let auth: ReturnType<typeof load> | undefined;
  return async () => {
    auth ??= load(scope);
    const token = await (await auth).getAccessToken();
    if (!token) throw new Error('Google gave no access token');
    return token;
  };
}

async function load(scope: string) {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth({ scopes: [scope] });
}
