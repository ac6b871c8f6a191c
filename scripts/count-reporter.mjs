import { writeFileSync } from 'node:fs';

/** Hands Jest's result to scripts/test.mjs; --json would put a line of its own after the summary. */
export default class CountReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed: numPassedTests, failed }));
  }
}
