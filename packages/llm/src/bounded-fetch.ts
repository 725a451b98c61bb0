type Fetch = typeof fetch;

function limit(bytesMax: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) controller.error(new RangeError('The answer is too long.'));
      else controller.enqueue(chunk);
    },
  });
}

/** The same fetch, but a body longer than `bytesMax` fails instead of filling the memory. */
export const boundedFetch =
  (inner: Fetch, bytesMax: number): Fetch =>
  async (input, init) => {
    const response = await inner(input, init);
    return response.body ? new Response(response.body.pipeThrough(limit(bytesMax)), response) : response;
  };
