/**
 * What is generated and committed. Each program writes its files; with --check it writes nothing and ends with 1, naming
 * the files, when they are not what it would write.
 */
export const generators = [
  { name: 'api client', file: 'scripts/generate-client.mjs' },
  { name: 'reference', file: 'scripts/generate-reference.mjs' },
];
