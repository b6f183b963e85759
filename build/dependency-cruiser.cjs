const folders = [
  'core',
  'contract',
  'workers',
  'engine',
  'electron',
  'hosts',
  'renderer',
  'build',
  'e2e',
  'bench',
]
const others = (...allowed) => `^(${folders.filter((folder) => !allowed.includes(folder)).join('|')})/`
const testFile = '\\.test\\.ts$'
/** Tests and what they alone stand on. */
const test = `${testFile}|/fixtures/`
const library = (name) => `(^|/)node_modules/${name}/|^${name}$`
const libraries = (...names) => names.map(library)

/** A file may import the folders named, and of npm packages and Node only what is named. */
const mayImport = (folder, allowed, packages, node) => {
  const from = { path: `^${folder}/`, pathNot: test }
  const rules = [
    {
      name: `${folder}-imports-${allowed.join('-') || 'itself'}`,
      severity: 'error',
      from,
      to: { path: others(folder, ...allowed) },
    },
    {
      name: `${folder}-packages`,
      severity: 'error',
      from,
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        ...(packages.length > 0 ? { pathNot: libraries(...packages) } : {}),
      },
    },
  ]
  if (!node)
    rules.push({ name: `${folder}-no-node`, severity: 'error', from, to: { dependencyTypes: ['core'] } })
  return rules
}

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...mayImport('core', [], [], false),
    ...mayImport('contract', ['core'], ['valibot', 'intl-messageformat'], false),
    ...mayImport('workers', ['core', 'contract'], ['piscina', 'papaparse', '@types/papaparse'], true),
    ...mayImport('engine', ['core', 'contract', 'workers'], ['valibot'], true),
    ...mayImport('electron', ['contract', 'engine'], ['electron', 'electron-updater', 'valibot'], true),
    ...mayImport('hosts', ['contract', 'engine'], ['ws', '@types/ws', 'valibot'], true),
    ...mayImport(
      'renderer',
      ['contract', 'core'],
      ['vue', 'pinia', 'echarts', 'vue-echarts', 'valibot'],
      false,
    ),
    {
      name: 'contract-takes-types-of-core-alone',
      severity: 'error',
      from: { path: '^contract/', pathNot: test },
      to: { path: '^core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workers-take-errors-and-limits-of-the-contract',
      comment: 'and types, and the phrases that errors are made of',
      severity: 'error',
      from: { path: '^workers/', pathNot: test },
      to: {
        path: '^contract/',
        pathNot: '^contract/(errors|limits|words/say)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'engine-takes-pool-and-control-of-the-workers',
      comment:
        'and types; the memory of a fit is its control block, a desk, a snapshot and a recording those of a running restart; the text of a packed file is dropped with its dataset; what the system says of a file has the same words everywhere',
      severity: 'error',
      from: { path: '^engine/', pathNot: test },
      to: {
        path: '^workers/',
        pathNot:
          '^workers/(pool|control|fit-memory|assist|desk|snapshot|recording|text-copy|free-memory|csv/file-reasons)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'hosts-enter-the-engine-by-its-door',
      severity: 'error',
      from: { path: '^(electron|hosts)/', pathNot: test },
      to: { path: '^engine/', pathNot: '^engine/index\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'hosts-know-nothing-of-each-other',
      severity: 'error',
      from: { path: '^hosts/([^/]+)/', pathNot: test },
      to: { path: '^hosts/[^/]+/', pathNot: '^hosts/$1/' },
    },
    {
      name: 'renderer-takes-geometry-of-core',
      comment: 'and types',
      severity: 'error',
      from: { path: '^renderer/', pathNot: test },
      to: { path: '^core/', pathNot: '^core/geometry/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-know-nothing-of-each-other',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/[^/]+/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'features-take-the-shared-parts-alone',
      comment: 'never the hosts of the page, its root or its start',
      severity: 'error',
      from: { path: '^renderer/features/' },
      to: { path: '^renderer/', pathNot: '^renderer/(features|stores|charts|ui|grid|format)/' },
    },
    {
      name: 'features-stand-on-the-shared-parts',
      severity: 'error',
      from: { path: '^renderer/(stores|charts|ui|grid|format|host)/' },
      to: { path: '^renderer/features/' },
    },
    {
      name: 'fixtures-in-tests-alone',
      severity: 'error',
      from: { pathNot: [test, '^node_modules/'] },
      to: { path: '/fixtures/', pathNot: '^node_modules/' },
    },
    {
      name: 'piscina-in-the-pool-alone',
      severity: 'error',
      from: { pathNot: ['^workers/pool\\.ts$', '^node_modules/'] },
      to: { path: library('piscina') },
    },
    {
      name: 'papaparse-in-the-csv-reader-alone',
      severity: 'error',
      from: { pathNot: ['^workers/csv/', '^node_modules/'] },
      to: { path: library('papaparse') },
    },
    {
      name: 'electron-in-its-host-alone',
      severity: 'error',
      from: { pathNot: ['^electron/', '^e2e/', '^node_modules/'] },
      to: { path: library('electron') },
    },
    {
      name: 'tests-are-imported-by-nobody',
      severity: 'error',
      from: {},
      to: { path: testFile },
    },
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/'] },
    exclude: { path: ['^out/', '^release/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs', '.json'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
}
