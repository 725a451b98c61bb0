export interface JsonReply {
  readonly status: number;
  readonly headers: Headers;
  /** What stands in `data` of a success. */
  readonly data: unknown;
  /** What stands in `error` of a refusal. */
  readonly error: { readonly code: string; readonly details?: unknown } | undefined;
}

/** One request to one of our services, whose answer is the envelope. */
export async function callJson(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<JsonReply> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { data, error } = (await response.json()) as Pick<JsonReply, 'data' | 'error'>;
  return { status: response.status, headers: response.headers, data, error };
}
