import { files } from './endpoint.ts';

export const webFiles = files(({ directory }) => ({
  summary: 'The web app: a page, and what it loads.',
  directory,
  absence: 'The web app is not built here: "node infra/run.mjs web" builds it. The API is described at /docs.',
}));
