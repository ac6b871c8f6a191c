export { deliverWebhook, mailDigests, sendMails } from './feeds.ts';
export { broadcastBook } from './broadcast-book.ts';
export { handOverWork } from './hand-over-work.ts';
export { runCase } from './run-case.ts';
