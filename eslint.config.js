import { defineConfig } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

const FOLDERS = [
  'core',
  'contract',
  'workers',
  'engine',
  'electron',
  'hosts',
  'build',
  'bench',
  'samples',
  'renderer',
]

/** Attributes and properties of components that a person reads or hears. */
const READ = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'hint',
  'label',
  'placeholder',
  'text',
  'title',
]
const SHOWN = [
  'VElement > VExpressionContainer',
  `VAttribute[directive=true][key.argument.name=/^(${READ.join('|')})$/] > VExpressionContainer`,
]
/** Words of an expression that it gives as they are; what it compares, and the arguments of functions, are none of them. */
const WORDS = [
  ':matches(ConditionalExpression, LogicalExpression, BinaryExpression[operator="+"]) > Literal[value=/\\p{L}{2}/u]',
  'TemplateElement[value.raw=/\\p{L}{2}/u]',
]

export default defineConfig(
  { ignores: ['out/', 'release/', 'coverage/', 'test-results/', 'node_modules/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      'max-lines': ['error', { max: 350 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [...FOLDERS.map((folder) => `./${folder}/tsconfig.json`), './tsconfig.tests.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.spec.ts'],
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Only vue-tsc knows the types of single-file components, and it checks them.
    files: ['renderer/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['renderer/charts/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      // What is drawn is in no text of the page, so that no test of its words finds it.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.name=/^(valueAxis|axisLook)$/][arguments.1.value=/./]',
          message: 'Say it: say(…), see docs/languages.md.',
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.vue'],
    extends: [vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      'max-lines': ['error', { max: 200 }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      // Whatever a person reads is said in their language; signs and these names are the same in all.
      'vue/no-bare-strings-in-template': [
        'error',
        { allowlist: ['/^[^\\p{L}]*$/u', '/^(Basin|K|n|Δ)$/u'], attributes: { '/.+/': READ } },
      ],
      'vue/no-restricted-static-attribute': [
        'error',
        {
          key: 'type',
          value: 'number',
          message: 'Its marks are the browser’s: use DecimalInput or TextField.',
        },
      ],
      'vue/no-useless-mustaches': 'error',
      'vue/no-useless-v-bind': 'error',
      'vue/no-restricted-syntax': [
        'error',
        ...SHOWN.flatMap((shown) =>
          WORDS.map((words) => ({
            selector: `${shown} ${words}`,
            message: 'Say it: say(…), see docs/languages.md.',
          })),
        ),
      ],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-closing-bracket-newline': 'off',
    },
  },
)
