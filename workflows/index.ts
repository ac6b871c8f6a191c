export { runCase } from './run-case.ts';
