import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readInboxSearch } from './pages/inbox/inbox-search.ts';
import { SignInPage } from './pages/sign-in/index.tsx';
import { Broken } from './shell/broken.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Broken });

/** Pages for whoever is signed in; the others say how to do that. */
const own = createRoute({ getParentRoute: () => root, id: 'own', component: Shell });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ code }: Record<string, unknown>) => (typeof code === 'string' ? { code } : {}),
  component: SignInPage,
});

const inbox = createRoute({
  getParentRoute: () => own,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./pages/inbox/index.tsx'), 'InboxPage'),
});

const chat = createRoute({
  getParentRoute: () => own,
  path: '/chat',
  component: lazyRouteComponent(() => import('./pages/chat/index.tsx'), 'ChatPage'),
});

const allItems = createRoute({
  getParentRoute: () => own,
  path: '/items',
  component: lazyRouteComponent(() => import('./pages/items/index.tsx'), 'ItemsPage'),
});

const items = createRoute({
  getParentRoute: () => own,
  path: '/items/$page',
  component: lazyRouteComponent(() => import('./pages/items/index.tsx'), 'ItemsPage'),
});

const settings = createRoute({
  getParentRoute: () => own,
  path: '/settings',
  validateSearch: ({ rule }: Record<string, unknown>) => (typeof rule === 'string' ? { rule } : {}),
  component: lazyRouteComponent(() => import('./pages/settings/index.tsx'), 'SettingsPage'),
});

const operations = createRoute({
  getParentRoute: () => own,
  path: '/operations',
  component: lazyRouteComponent(() => import('./pages/operations/index.tsx'), 'OperationsPage'),
});

const connections = createRoute({
  getParentRoute: () => own,
  path: '/connections',
  validateSearch: ({ connected }: Record<string, unknown>) => (typeof connected === 'string' ? { connected } : {}),
  component: lazyRouteComponent(() => import('./pages/connections/index.tsx'), 'ConnectionsPage'),
});

const catalogue = createRoute({
  getParentRoute: () => own,
  path: '/catalogue',
  component: lazyRouteComponent(() => import('./pages/catalogue/index.tsx'), 'CataloguePage'),
});

const operation = createRoute({
  getParentRoute: () => own,
  path: '/catalogue/$platform/$operation',
  component: lazyRouteComponent(() => import('./pages/catalogue/operation-page.tsx'), 'OperationPage'),
});

/** Where the links of finished actions lead: `/#/notes/…`, `/#/todos/…`. */
const item = createRoute({
  getParentRoute: () => own,
  path: '/$page/$id',
  component: lazyRouteComponent(() => import('./pages/items/item-page.tsx'), 'ItemPage'),
});

const pages = [inbox, chat, allItems, items, settings, operations, connections, catalogue, operation, item] as const;

/** Everything that has an address. A page is one folder and its route here. */
export const router = createRouter({
  routeTree: root.addChildren([home, signIn, own.addChildren(pages)]),
  history: createHashHistory(),
  // Plain text in addresses: an id of digits stays text.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const set = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
    return set.length === 0 ? '' : `?${new URLSearchParams(set)}`;
  },
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
