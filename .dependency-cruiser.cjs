/**
 * Who may import whom: the six rules of the house as far as imports show them. Each rule is seen failing once in
 * `infra/architecture/import-rules.test.ts`. A comment says what to do instead.
 */

/** Beside or for the source, never part of what runs. */
const forTests = '\\.(test|contract|fixture|bench)\\.ts$|/(testing|contract|simulation|bench)/|^infra/';

/** Each vendor's library is imported in one package; nobody else can be surprised when it changes. */
const vendorHomes = {
  '@google-cloud/firestore': ['storage'],
  '@google-cloud/pubsub': ['messaging', 'testing'],
  'google-auth-library': ['internal-clients'],
  express: ['http-server'],
  nodemailer: ['connectors'],
  openai: ['llm'],
};

const vendorRules = Object.entries(vendorHomes).map(([vendor, homes]) => ({
  name: `one-home-for-${vendor.replace(/^@|[^\w-]/g, '-').replace(/^-/, '')}`,
  severity: 'error',
  comment: `Use what packages/${homes[0]} offers; ${vendor} is imported there only.`,
  from: { pathNot: `^packages/(${homes.join('|')})/` },
  to: { path: `(^|node_modules/)${vendor}(/|$)` },
}));

/** Folders whose entries are of one kind: an entry knows itself and what is shared, never its sibling. */
const islands = (name, folder, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${folder}/([^/]+)/`, pathNot: forTests },
  to: { path: `^${folder}/[^/]+/`, pathNot: [`^${folder}/$1/`, forTests] },
});

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'The domain imports itself, the kernel and node:crypto (for hashes). Pass it what it needs as an argument.',
      from: { path: '^apps/([^/]+)/src/domain/', pathNot: forTests },
      to: { pathNot: ['^apps/$1/src/domain/', '^packages/kernel/', '^(node:)?crypto$'] },
    },
    {
      name: 'action-types-know-the-domain-only',
      severity: 'error',
      comment: 'Of its app an action type knows its own folder, the files beside the folders, and the domain.',
      from: { path: '^apps/([^/]+)/src/action-types/', pathNot: forTests },
      to: { path: '^apps/$1/src/', pathNot: ['^apps/$1/src/(action-types|domain)/'] },
    },
    islands(
      'action-types-are-islands',
      'apps/[^/]+/src/action-types',
      'An action type never knows another: lift what both need into a file beside the folders.',
    ),
    islands(
      'neighbours-are-islands',
      'packages/internal-clients/src',
      'A neighbour never knows another: lift what both need into a file beside the folders.',
    ),
    islands(
      'items-are-islands',
      'apps/workspace/src/items',
      'A kind of item never knows another: lift what both need into a file beside the folders.',
    ),
    {
      name: 'connectors-are-islands',
      severity: 'error',
      comment:
        'A connector never knows another, nor the engine: lift what two need into a file beside the folders, or into http-api, google-api or mail-message.',
      from: { path: '^packages/connectors/src/([^/]+)/', pathNot: [forTests, '^packages/connectors/src/engine/'] },
      to: {
        path: '^packages/connectors/src/[^/]+/',
        pathNot: ['^packages/connectors/src/($1|http-api|google-api|mail-message)/', forTests],
      },
    },
    islands(
      'pages-are-islands',
      'apps/web/src/pages',
      'A page never knows another: lift what both need into a folder beside pages/.',
    ),
    islands('adapters-do-not-meet', 'apps/[^/]+/src/adapters', 'Adapters meet in compose.ts.'),
    {
      name: 'endpoints-are-islands',
      severity: 'error',
      comment: 'An endpoint never knows another: both call the same use case, and what both show is a *-view.ts.',
      from: { path: '^apps/([^/]+)/src/endpoints/(?!index\\.ts)', pathNot: forTests },
      to: { path: '^apps/$1/src/endpoints/', pathNot: ['/(endpoint|[\\w-]+-view)\\.ts$', forTests] },
    },
    {
      name: 'only-compose-knows-adapters',
      severity: 'error',
      comment: 'Ask for a port of ports.ts; compose.ts alone says which adapter it is.',
      from: { path: '^apps/([^/]+)/src/', pathNot: ['^apps/[^/]+/src/(adapters/|compose\\.ts$)', forTests] },
      to: { path: '^apps/$1/src/adapters/' },
    },
    {
      name: 'only-the-platform-knows-technology',
      severity: 'error',
      comment: 'Ask for a Store or a Publisher; packages/platform alone says which implementation it is.',
      from: { pathNot: ['^packages/(storage|messaging|platform)/', forTests] },
      to: { path: '^packages/(storage|messaging)/src/(memory|sqlite|firestore|embedded|pubsub)/' },
    },
    {
      name: 'packages-do-not-know-apps',
      severity: 'error',
      comment: 'Move what the package needs into a package, or pass it as an argument.',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-do-not-meet',
      severity: 'error',
      comment:
        'Apps speak over HTTP and messages. Only all-in-one starts the others: service.ts, compose.ts, config.ts, simulator/.',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/all-in-one/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'all-in-one-starts-services-only',
      severity: 'error',
      comment:
        'all-in-one takes from an app what a container would start: service.ts, compose.ts, config.ts, simulator/.',
      from: { path: '^apps/all-in-one/' },
      to: {
        path: '^apps/',
        pathNot: '^apps/(all-in-one/|[^/]+/src/(service\\.ts|compose\\.ts|config\\.ts|simulator/))',
      },
    },
    {
      name: 'the-kernel-depends-on-nothing',
      severity: 'error',
      comment: 'The kernel stands below everything: what needs another package belongs into that package.',
      from: { path: '^packages/kernel/' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/kernel/' },
    },
    {
      name: 'contracts-depend-on-the-kernel-only',
      severity: 'error',
      comment: 'Contracts say what crosses a process, for all sides: they know the kernel and zod.',
      from: { path: '^packages/contracts/' },
      to: { path: '^(packages|apps)/', pathNot: '^packages/(contracts|kernel)/' },
    },
    {
      name: 'what-runs-needs-no-tests',
      severity: 'error',
      comment: 'Only tests import tests, contract suites and packages/testing.',
      from: { path: '^(apps|packages)/', pathNot: [forTests, '^packages/testing/'] },
      to: { path: '(\\.test|\\.contract)\\.ts$|^packages/testing/|node_modules/(@jest|fast-check)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or a third one is missing.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unknown-imports',
      severity: 'error',
      comment: 'The imported file or package does not exist; add the dependency to the package.json beside it.',
      from: {},
      to: { couldNotResolve: true },
    },
    ...vendorRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|^apps/[^/]+/bundle/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
    },
  },
};
