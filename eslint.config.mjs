import tseslint from 'typescript-eslint';

const now = 'Time has one source: the Clock of libs/config/clock.ts, in workflows Temporal’s own.';
const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: now },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: now },
];
const house = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: name what is exported.' },
  { selector: 'TSEnumDeclaration', message: 'A const object with a union type instead of an enum.' },
];

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', '.data/**', 'coverage/**', '**/generated/**', '**/*.d.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250 }],
      'no-restricted-syntax': ['error', ...noClock, ...house],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'libs/config is the only reader of the environment.' },
      ],
    },
  },
  {
    // In a workflow, Date is Temporal's own clock.
    files: ['libs/config/clock.ts', 'workflows/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...house] },
  },
  {
    // They hand the environment on to what they start or carry it from Jest's setup to its tests.
    files: ['libs/config/config.ts', 'tests/harness/*.ts', 'apps/cli/start/temporal-binary.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['libs/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'process', 'setTimeout', 'setInterval', 'fetch', 'crypto', 'Buffer'].map((name) => ({
          name,
          message: 'libs/domain is pure.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'libs/domain is pure.' },
      ],
    },
  },
  {
    files: ['libs/domain/**/*.test.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
);
