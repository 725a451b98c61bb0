/** Unix milliseconds, as this browser has them. */
export const browserNow = (): number => Date.now();
