import { z } from 'zod';
import type { OAuthProvider } from '../auth.ts';
import { secretText } from '../secret-text.ts';

export const GoogleCredentials = z.strictObject({
  accessToken: secretText('an OAuth access token, ya29.…'),
});
export type GoogleCredentials = z.infer<typeof GoogleCredentials>;

export const GoogleSettings = z.strictObject({});

/** https://developers.google.com/identity/protocols/oauth2/web-server: one client for all of Google. */
export const googleOAuth = (scopes: OAuthProvider['scopes']): OAuthProvider => ({
  provider: 'google',
  issuer: 'https://accounts.google.com',
  authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  revokeUrl: 'https://oauth2.googleapis.com/revoke',
  scopes,
  // Without both, Google gives a refresh token only the first time that a person agrees.
  authorizeParameters: { access_type: 'offline', prompt: 'consent' },
  clientAuth: 'client_secret_post',
});
