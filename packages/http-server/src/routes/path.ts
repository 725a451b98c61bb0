/** The names of `:parameters` in an Express path. */
export const pathParameters = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

const rank = (path: string) =>
  path
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '1' : '0'))
    .join('');

/** Fixed segments before parameters, so that `/actions/stream` is found before `/actions/:actionId`, in any order of declaration. */
export const bySpecificity = (a: string, b: string): number => {
  const [x, y] = [rank(a), rank(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};
