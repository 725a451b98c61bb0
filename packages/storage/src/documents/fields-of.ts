export type Fields = Readonly<Record<string, unknown>>;

/** An object's fields by name. */
export const fieldsOf = (data: object): Fields => data as Fields;

/** The fields of a stored text; none when it holds no object. Throws when it is not JSON. */
export function parseFields(text: string): Fields {
  const data: unknown = JSON.parse(text);
  return typeof data === 'object' && data !== null ? fieldsOf(data) : {};
}
