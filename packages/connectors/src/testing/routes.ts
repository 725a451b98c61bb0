import type { Platform, StandInAnswer, StandInRequest } from './http-stand-in.ts';

/** Answers one kind of request; `parts` are the decoded segments that stood where the pattern has a star. */
export type Route = (
  request: StandInRequest & { readonly parts: readonly string[] },
  effect: Parameters<Platform['answer']>[1],
) => StandInAnswer;

/** By method and path: `GET /drafts`, `DELETE /drafts/*`. */
export type Routes = Readonly<Record<string, Route>>;

const segmentsOf = (path: string) => path.split('/').map((segment) => decodeURIComponent(segment));

function partsOf(pattern: string, request: StandInRequest): readonly string[] | null {
  const [method, path = ''] = pattern.split(' ');
  const wanted = path.split('/');
  const given = segmentsOf(request.path);
  if (method !== request.method || wanted.length !== given.length) return null;
  if (!wanted.every((segment, index) => segment === '*' || segment === given[index])) return null;
  return given.filter((_, index) => wanted[index] === '*');
}

/** The route that fits the request, bound to it; null when there is none. */
export function findRoute(routes: Routes, request: StandInRequest) {
  for (const [pattern, route] of Object.entries(routes)) {
    const parts = partsOf(pattern, request);
    if (parts) return (effect: Parameters<Route>[1]) => route({ ...request, parts }, effect);
  }
  return null;
}
