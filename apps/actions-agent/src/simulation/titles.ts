/** The title that stands in a message: after an edit the old one stands before the new one. */
export const titleIn = (message: string) => [...message.matchAll(/T\d+(?:e\d+)*(?= #)/g)].at(-1)?.[0] ?? '';
