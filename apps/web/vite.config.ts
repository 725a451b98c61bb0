import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** While developing, everything that is not a file of this app comes from `npm start`. */
const server = 'http://127.0.0.1:8787';
const paths = [
  '/config.json',
  '/sign-in',
  '/actions',
  '/simulator',
  '/items',
  '/users',
  '/operations',
  '/me',
  '/platforms',
  '/connections',
  '/auth',
  '/perform_action',
  '/requests',
  '/calendar',
];

/** Libraries and words that all pages stand on. */
const everyPage =
  /node_modules\/(react|react-dom|scheduler|@tanstack|use-sync-external-store|zod|eventsource-parser)\/|src\/(api\/(action|actions|api-error|caller)\.|ui\/(?!confirm-dialog)|texts\.)/;

export default defineConfig({
  base: './',
  plugins: [react()],
  // Packages of ours as they are written: they are not built for this.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  // A data: address in a style would need a weaker content security policy than the page has.
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page needs in few files: a small file compresses badly and costs a request.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'ground', test: everyPage }] } } },
  },
  server: { proxy: Object.fromEntries(paths.map((path) => [path, server])) },
});
