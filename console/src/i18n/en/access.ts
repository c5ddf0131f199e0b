import type { Translated } from '../types';
import type { access as chinese } from '../zh/access';

export const access: Translated<typeof chinese> = {
  'signIn.promise': 'Every order priced at once. Every cent with its reason.',
  'signIn.username': 'User name',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.missing': 'Enter user name and password',
  'signIn.wrong': 'User name or password is wrong',
  'signIn.demoTitle': '{company}',
  'signIn.demoHint': 'Demo company. Tap a person to fill in the account.',
};
