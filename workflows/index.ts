export { deliverWebhook, mailDigests, sendMails } from './feeds.ts';
export { broadcastCalendar } from './broadcast-calendar.ts';
export { handOverWork } from './hand-over-work.ts';
export { runCase } from './run-case.ts';
