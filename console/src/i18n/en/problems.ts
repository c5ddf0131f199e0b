import type { Translated } from '../types';
import type { problems as chinese } from '../zh/problems';

export const problems: Translated<typeof chinese> = {
  'problem.not-signed-in': 'Your session has ended; sign in again.',
  'problem.sign-in-failed': 'User name or password is wrong',
  'problem.too-many-sign-ins': 'Too many failed sign-ins; try again later.',
  'problem.forbidden': 'Your rights do not include this.',
  'problem.csrf-token-missing': 'The page is out of date; load it anew.',
  'problem.not-found': 'Not found.',
  'problem.body-too-large': 'Too large.',
  'problem.media-type-unsupported': 'This kind of file is not read.',
  'problem.malformed-json': 'Not valid JSON.',
  'problem.malformed-request': 'The request cannot be read.',
  'problem.unknown-field': 'There is an unknown field.',
  'problem.missing-field': 'A required field is missing.',
  'problem.invalid-field': 'A field has a wrong value.',
  'problem.order-unknown': 'There is no such order, or it lies outside your scope.',
  'problem.order-conflict': 'The same revision is there with other facts.',
  'problem.order-invalid': 'The facts of the order are wrong.',
  'problem.order-too-large': 'An order may have 256 KiB at most.',
  'problem.order-refused': 'The order was not taken.',
  'problem.order-not-settled': 'The order cannot be settled.',
  'problem.region-unknown': 'There is no such region.',
  'problem.decision-not-asked':
    'The order does not wait for this decision, or the amount is outside the range of its tier.',
  'problem.tier-not-allowed': 'The book that prices this order does not let this tier be chosen.',
  'problem.over-your-limit': 'Above what you may decide; ask the next in line.',
  'problem.outside-your-scope': 'The order would lie outside what you see: check its region and its partner.',
  'problem.action-not-possible': 'The order does not allow this step now.',
  'problem.book-unknown': 'There is no such version of the book.',
  'problem.book-invalid': 'The book has mistakes and cannot be published.',
  'problem.book-changed': 'Somebody just published a newer version; start again from that one.',
  'problem.voucher-refused': 'The voucher was not posted.',
  'problem.order-archived':
    'This order lies in the archive. Ask whoever operates the server to bring its month back.',
  'problem.month-archived':
    'These days lie in the archive. Choose a later day, or ask for their month to be brought back.',
  'problem.voucher-unknown': 'There is no such voucher.',
  'problem.voucher-conflict':
    'This number is in the books with other content. Take another number, or check that voucher.',
  'problem.voucher-reversed': 'This voucher has been taken back already.',
  'problem.queue-full': 'The system is busy; try again shortly.',
  'problem.internal': 'The server failed. Tell the administrator the text below.',
  'problem.unavailable': 'The service is not available now; try again shortly.',
};
