/** What nobody else sends: a call that goes out twice under it is one call. */
export const newBrowserKey = (): string => `web-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
