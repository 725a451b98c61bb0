/** A file that breaks an import rule: its path, and what it imports. */
interface Breach {
  readonly file: string;
  readonly imports: string;
}

/** One breach of each rule in `.dependency-cruiser.cjs`. */
export const importBreaches: Readonly<Record<string, Breach>> = {
  'domain-is-pure': { file: 'apps/shop/src/domain/price.ts', imports: 'node:fs' },
  'action-types-know-the-domain-only': {
    file: 'apps/shop/src/action-types/todo/index.ts',
    imports: '../../use-cases/buy.ts',
  },
  'action-types-are-islands': { file: 'apps/shop/src/action-types/link/index.ts', imports: '../todo/index.ts' },
  'neighbours-are-islands': {
    file: 'packages/internal-clients/src/notes-agent/index.ts',
    imports: '../todos-agent/index.ts',
  },
  'connectors-are-islands': { file: 'packages/connectors/src/slack/index.ts', imports: '../notion/index.ts' },
  'items-are-islands': { file: 'apps/workspace/src/items/notes/index.ts', imports: '../todos/index.ts' },
  'pages-are-islands': { file: 'apps/web/src/pages/inbox/index.ts', imports: '../chat/bubble.ts' },
  'adapters-do-not-meet': { file: 'apps/shop/src/adapters/mail/send.ts', imports: '../bank/pay.ts' },
  'endpoints-are-islands': { file: 'apps/shop/src/endpoints/sell.ts', imports: './buy.ts' },
  'only-compose-knows-adapters': { file: 'apps/shop/src/use-cases/buy.ts', imports: '../adapters/bank/pay.ts' },
  'only-the-platform-knows-technology': {
    file: 'apps/shop/src/compose.ts',
    imports: '../../../packages/storage/src/sqlite/index.ts',
  },
  'packages-do-not-know-apps': { file: 'packages/llm/src/ask.ts', imports: '../../../apps/shop/src/service.ts' },
  'apps-do-not-meet': { file: 'apps/bank/src/use-cases/pay.ts', imports: '../../../shop/src/service.ts' },
  'all-in-one-starts-services-only': {
    file: 'apps/all-in-one/src/main.ts',
    imports: '../../shop/src/use-cases/buy.ts',
  },
  'the-kernel-depends-on-nothing': { file: 'packages/kernel/src/clock.ts', imports: '../../llm/src/ask.ts' },
  'contracts-depend-on-the-kernel-only': { file: 'packages/contracts/src/action.ts', imports: '../../llm/src/ask.ts' },
  'what-runs-needs-no-tests': {
    file: 'packages/messaging/src/publisher.ts',
    imports: '../../testing/src/manual-clock.ts',
  },
  'no-cycles': { file: 'apps/shop/src/adapters/bank/pay.ts', imports: '../../use-cases/buy.ts' },
  'no-unknown-imports': { file: 'apps/shop/src/main.ts', imports: './nowhere.ts' },
  'one-home-for-google-cloud-firestore': { file: 'apps/shop/src/adapters/a/a.ts', imports: '@google-cloud/firestore' },
  'one-home-for-google-cloud-pubsub': { file: 'apps/shop/src/adapters/b/b.ts', imports: '@google-cloud/pubsub' },
  'one-home-for-google-auth-library': { file: 'apps/shop/src/adapters/c/c.ts', imports: 'google-auth-library' },
  'one-home-for-express': { file: 'apps/shop/src/adapters/d/d.ts', imports: 'express' },
  'one-home-for-nodemailer': { file: 'apps/shop/src/adapters/f/f.ts', imports: 'nodemailer' },
  'one-home-for-openai': { file: 'apps/shop/src/adapters/e/e.ts', imports: 'openai' },
};
