export { deliverWebhook, mailDigests, sendMails } from './feeds.ts';
export { runCase } from './run-case.ts';
