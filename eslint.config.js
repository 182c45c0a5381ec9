import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Data flows one way (see CONTRIBUTING.md): a folder may import only from the folders that are named
 * here. `from` lists what each folder must not reach.
 */
const forbiddenImports = {
  'docs-parser': [
    'emulator',
    'scenarios',
    'findings',
    'lint',
    'drift',
    'cli',
    'console',
    'bench',
    'score',
    'test',
  ],
  emulator: ['docs-parser', 'scenarios', 'findings', 'lint', 'drift', 'cli', 'console', 'bench', 'test'],
  scenarios: ['findings', 'lint', 'drift', 'cli', 'console', 'bench', 'test'],
  findings: ['emulator', 'scenarios', 'lint', 'drift', 'cli', 'console', 'bench', 'test'],
  lint: ['emulator', 'scenarios', 'drift', 'cli', 'console', 'bench', 'test'],
  drift: ['lint', 'cli', 'console', 'bench', 'test'],
  cli: ['console', 'bench', 'test'],
};

/** Inside the emulator too: wire and state know nothing of the resources, nothing knows the transports. */
const forbiddenInsideEmulator = {
  'emulator/wire': ['ecs', 'vpc', 'sts', 'catalog', 'transports'],
  'emulator/state': ['ecs', 'vpc', 'sts', 'transports', 'wire'],
  'emulator/catalog': ['ecs', 'vpc', 'sts', 'state', 'transports', 'wire'],
  'emulator/{ecs,vpc,sts}': ['transports'],
};

const boundary = (folder, forbidden, ignores = []) => ({
  files: [`${folder}/**/*.ts`],
  ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
            message: `Data flows one way: ${folder} must not import from ${forbidden.join(', ')}.`,
          },
          ...(folder.startsWith('emulator')
            ? [
                {
                  group: ['@alicloud/*'],
                  allowTypeImports: true,
                  message: 'The emulator never loads the SDK: import its types only.',
                },
              ]
            : []),
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'playwright-report', '**/*.generated.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'bin/alimock.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `const { fix, ...finding } = …` is how a member is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...Object.entries(forbiddenImports).map(([folder, forbidden]) =>
    boundary(folder, forbidden, ['emulator/wire/generate/**']),
  ),
  ...Object.entries(forbiddenInsideEmulator).map(([folder, forbidden]) =>
    boundary(folder, [...forbidden, ...forbiddenImports.emulator], ['emulator/wire/generate/**']),
  ),
  { files: ['console/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
  {
    // Run in a page, as they are.
    files: ['examples/**/*.js'],
    languageOptions: { globals: { document: 'readonly', fetch: 'readonly', URLSearchParams: 'readonly' } },
  },
  {
    // Programs that Node runs as they are: they print, and use what Node has globally.
    files: ['bin/**', '.ci/**', 'test/package/*.js', 'test/real-tools/**/*.js', 'eslint.config.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
);
