type Variable = 'TEST_DATABASE_URL' | 'TEST_TEMPORAL_ADDRESS';

/** Set by the run's global setup, which Jest calls for tests under tests/ only. */
export function fromSetup(variable: Variable): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: a test that needs servers belongs under tests/`);
  return value;
}

export const timeSkippingServer = (): string | undefined => process.env.TEST_TIME_SKIPPING_SERVER;

/** A shorter simulated year to try something out. */
export const simulatedDays = (): number => Number(process.env.SIMULATED_DAYS ?? 366);

/** Repeats the kills of a run that failed. */
export const faultSeed = (): number | undefined =>
  process.env.FAULT_SEED ? Number(process.env.FAULT_SEED) : undefined;
