import { firestoreIndexes } from '@intexuraos/storage/firestore';
import { performancePage, performancePagePath } from '../bench/page.ts';
import { cloudPage, cloudPagePath } from './cloud/page.ts';
import { pubsubScript } from './cloud/pubsub-script.ts';
import { webPage, webPagePath } from './cloud/web-page.ts';
import { connectionsPage, connectionsPagePath } from './connections-page.ts';
import { findCollections } from './find-collections.ts';
import { formatted } from './formatted.ts';
import type { GeneratedFile } from './generated-file.ts';
import { lifecyclePage } from './lifecycle-page.ts';
import { typesForRules } from './types-for-rules.ts';

/** All that `npm run generate` writes. A test refuses a file here that is not what its generator gives. */
export const generatedFiles: readonly GeneratedFile[] = [
  {
    path: 'infra/firestore.indexes.json',
    content: async () => formatted('json', JSON.stringify(firestoreIndexes(await findCollections()))),
  },
  { path: 'infra/pubsub.sh', content: async () => pubsubScript() },
  { path: cloudPagePath, content: cloudPage },
  { path: webPagePath, content: async () => webPage() },
  { path: connectionsPagePath, content: async () => connectionsPage() },
  { path: 'docs/lifecycle.md', content: async () => lifecyclePage() },
  { path: 'packages/contracts/src/http/types-for-rules.ts', content: async () => typesForRules() },
  { path: performancePagePath, content: performancePage },
];
