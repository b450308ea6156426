import nx from '@nx/eslint-plugin';
import js from '@eslint/js';
import vue from 'eslint-plugin-vue';
import vueAccessibility from 'eslint-plugin-vuejs-accessibility';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

/** No library below the apps knows a framework; docs/architecture.md says why. */
const frameworks = ['@nestjs/*', 'typeorm', 'bullmq', 'pg', 'ioredis', 'express', 'vue', 'vue-*', 'echarts', 'element-plus'];

const core = (name, ...mayImport) => ({
  sourceTag: `lib:${name}`,
  onlyDependOnLibsWithTags: mayImport.map((lib) => `lib:${lib}`),
  bannedExternalImports: frameworks,
});

const coreLibs = ['report-format', 'report-reader', 'report-checks', 'statistics', 'report-writer'].map((name) => `lib:${name}`);

const boundaries = [
  core('report-format'),
  core('report-reader', 'report-format'),
  core('report-checks', 'report-format'),
  core('statistics', 'report-format'),
  core('report-writer', 'report-format', 'report-checks', 'statistics'),
  core('contracts', 'report-format', 'report-checks', 'statistics'),
  core('sample-county', 'report-format', 'report-checks', 'report-writer'),
  { sourceTag: 'app:cli', onlyDependOnLibsWithTags: coreLibs, bannedExternalImports: frameworks },
  { sourceTag: 'app:server', onlyDependOnLibsWithTags: [...coreLibs, 'lib:contracts', 'lib:sample-county'] },
  {
    sourceTag: 'app:web',
    onlyDependOnLibsWithTags: ['lib:report-format', 'lib:report-checks', 'lib:statistics', 'lib:contracts'],
    notDependOnLibsWithTags: ['runs:node'],
    bannedExternalImports: ['zod', '@nestjs/*', 'typeorm', 'bullmq', 'pg', 'ioredis'],
  },
  { sourceTag: 'layer:test', onlyDependOnLibsWithTags: ['lib:contracts', 'lib:report-format'] },
];

/** The folders of the server in the order in which they may use one another: each may use those to its left. */
const features = [
  'audit',
  'identity',
  'agencies',
  'rounds',
  'rules',
  'lineage',
  'reports',
  'filings',
  'county-report',
  'findings',
  'submissions',
  'rereadings',
  'addresses',
  'publications',
  'ledger',
  'self-check',
  'statistics',
  'sample',
];
const platform = ['config', 'database', 'documents', 'queues', 'http'];

const forbid = (files, patterns, message) => ({
  files,
  ignores: ['**/*.spec.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] },
});

const serverZones = [
  ...features.map((feature, place) =>
    forbid(
      [`apps/server/src/${feature}/**/*.ts`],
      [
        ...features.slice(place + 1).map((later) => `**/${later}/**`),
        '**/api.module',
        '**/worker.module',
        '**/create-*',
        '**/main*',
        '!@mingshu/**',
      ],
      'A feature uses only features to its left; see docs/architecture.md.',
    ),
  ),
  forbid(
    platform.map((folder) => `apps/server/src/${folder}/**/*.ts`),
    [...features.map((feature) => `**/${feature}/**`), '**/api.module', '**/worker.module', '**/create-*'],
    'The platform folders know no feature; see docs/architecture.md.',
  ),
];

const webZones = [
  forbid(['apps/web/src/{charts,components}/**/*.{ts,vue}'], ['**/pages/**'], 'Pages use parts, parts never use pages.'),
  forbid(
    ['apps/web/src/api/**/*.ts'],
    ['**/pages/**', '**/components/**', '**/charts/**'],
    'The client knows nothing of what shows its answers.',
  ),
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', 'test/fixtures/**', '**/*.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  ...vueAccessibility.configs['flat/recommended'],
  {
    files: ['**/*.{ts,mjs,vue}'],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] },
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'Buffer',
          'window',
          'document',
        ].map((name) => [name, 'readonly']),
      ),
    },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: boundaries }],
      'no-undef': 'off',
      // A full-width space is punctuation here.
      'no-irregular-whitespace': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  { files: ['**/*.vue'], languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } } },
  ...serverZones,
  ...webZones,
);
