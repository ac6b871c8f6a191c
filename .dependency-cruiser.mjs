/** The table of imports in design.md §3. */
const except = (folder, ...allowed) => ({
  from: { path: `^${folder}/`, pathNot: '\\.test\\.ts$' },
  to: { pathNot: [`^${folder}/`, ...allowed] },
});

const zod = 'node_modules/zod/';
const domain = '^libs/domain/';
const builtIn =
  '^node:|^(assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|perf_hooks|stream|timers|url|util|worker_threads|zlib)(/|$)';

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'itself and zod, nothing else',
      ...except('libs/domain', zod),
    },
    { name: 'domain-not-templates', severity: 'error', from: { path: domain }, to: { path: '\\.hbs$' } },
    {
      name: 'contracts',
      severity: 'error',
      comment: 'domain and zod',
      ...except('libs/contracts', domain, zod),
    },
    {
      name: 'render',
      severity: 'error',
      comment: 'domain and its rendering libraries, nothing else of ours',
      from: { path: '^libs/render/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(libs/(?!render/|domain/)|apps|workflows|activities)' },
    },
    {
      name: 'seal',
      severity: 'error',
      comment: 'domain and its libraries for certificates, nothing else of ours',
      from: { path: '^libs/seal/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(libs/(?!seal/|domain/)|apps|workflows|activities)' },
    },
    {
      name: 'certificates-only-in-seal',
      severity: 'error',
      comment: 'who seals a paper is known to the adapter alone',
      from: { path: '^(libs/(?!seal/)|activities|workflows|apps)', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/(pkijs|asn1js|node-forge)/' },
    },
    {
      name: 'db',
      severity: 'error',
      comment: 'domain, contracts, configuration; no other part of ours',
      from: { path: '^libs/db/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(libs/(?!db/|domain/|contracts/|config/)|apps|workflows|activities)' },
    },
    {
      name: 'mikro-orm-only-in-db',
      severity: 'error',
      from: { pathNot: '^libs/db/|node_modules' },
      to: { path: 'node_modules/@mikro-orm/(?!nestjs)' },
    },
    {
      name: 'workflows',
      severity: 'error',
      comment: 'domain, contracts, Temporal; of activities the types only',
      ...except(
        'workflows',
        domain,
        '^libs/contracts/',
        'node_modules/@temporalio/(workflow|common)/',
        '^activities/',
        zod,
      ),
    },
    {
      name: 'workflows-know-activities-by-type',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '\\.test\\.ts$' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'activities-not-workflows',
      severity: 'error',
      from: { path: '^activities/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(workflows|apps)/' },
    },
    {
      name: 'api',
      severity: 'error',
      comment: 'contracts, domain, db, files, render, configuration, and of the workflows their messages',
      from: { path: '^apps/api/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(workflows/(?!messages)|activities|apps/(?!api/))' },
    },
    {
      name: 'web-knows-nobody',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: `^(libs|workflows|activities|apps/(?!web/))` },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: '^tests/|\\.test\\.tsx?$' },
      to: { path: '^tests/|\\.test\\.tsx?$' },
    },
    {
      name: 'domain-no-node',
      severity: 'error',
      from: { path: domain, pathNot: '\\.test\\.ts$' },
      to: { path: builtIn },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '(^|/)(dist|\\.data|generated)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
