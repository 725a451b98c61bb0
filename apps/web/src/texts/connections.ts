const kinds: Readonly<Record<string, string>> = {
  note: 'Notes',
  todo: 'To-dos',
  calendar: 'Events',
  linear: 'Issues',
};
const titles: Readonly<Record<string, string>> = {
  notion: 'Notion',
  google_calendar: 'Google Calendar',
  linear: 'Linear',
};

/** The words of the connections. They are loaded with that page. */
export const connectionsTexts = {
  lead: 'Your accounts on outside platforms. Their secrets are stored encrypted and never shown again.',
  mine: 'Connected',
  none: 'Nothing is connected yet. What needs an account says so before it does anything.',
  justConnected: 'Connected just now.',
  healths: { healthy: 'works', needs_reconnect: 'has to be connected anew' },
  expired: (title: string) => `${title} does not take these credentials any more. Connect it anew to go on.`,
  connected: 'connected',
  used: 'last used',
  unused: 'not used yet',
  allowed: 'It may',
  mirrors: 'Copies on your accounts',
  mirrorsAdvice:
    'What you approve is kept here. With an account connected, new items of these kinds also appear there, once. Later changes are not passed on in either direction.',
  mirrorAccount: (kind: string, platform: string) =>
    `${titles[platform] ?? platform} account for ${(kinds[kind] ?? kind).toLowerCase()}`,
  lastUsed: 'whichever was used last',
  mirrorsLabel: 'New items that are copied',
  mirror: (kind: string, platform: string) => `${kinds[kind] ?? kind} in ${titles[platform] ?? platform}`,
  add: 'Connect an account',
  ways: { oauth: 'you say yes on its own page', entered: 'you enter its credentials' },
  connect: 'Connect',
  connectLabel: (title: string) => `Connect ${title}`,
  go: (title: string) => `Go to ${title}`,
  goAdvice: (title: string) =>
    `You say yes or no on the page of ${title}, then you come back here. It will be asked for:`,
  noScopes: 'access to what you choose there',
  notReady: 'This machine is not registered there, so its credentials are entered by hand.',
  byHand: 'Enter the credentials instead',
  formLabel: (title: string) => `Credentials of ${title}`,
  label: 'Name',
  labelHint: 'What you call it, where there are several: work.',
  save: 'Connect',
  added: (label: string) => `Connected: ${label}`,
  rename: 'Rename',
  renameLabel: (label: string) => `Rename: ${label}`,
  renamed: (label: string) => `From now on: ${label}`,
  saveName: 'Save',
  settings: 'Settings',
  settingsLabel: (label: string) => `Settings: ${label}`,
  settingsSaved: (label: string) => `Saved for ${label}`,
  saveSettings: 'Save',
  reconnect: 'Connect anew',
  reconnectLabel: (label: string) => `Connect anew: ${label}`,
  disconnect: 'Disconnect',
  disconnectLabel: (label: string) => `Disconnect: ${label}`,
  disconnectTitle: 'Disconnect this account?',
  disconnectAdvice: 'Its secret is destroyed here. What waits for it will not be done.',
  disconnected: (label: string, isRevoked: boolean) =>
    isRevoked ? `Disconnected, also on its side: ${label}` : `Disconnected: ${label}. End its access on its side too.`,
} as const;
