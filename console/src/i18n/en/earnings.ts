import type { Translated } from '../types';
import type { earnings as chinese } from '../zh/earnings';

export const earnings: Translated<typeof chinese> = {
  'earnings.title': 'My earnings',
  'earnings.today': 'Today',
  'earnings.month': 'This month',
  'earnings.rebates': 'Rebates accrued',
  'earnings.days': 'By day',
  'earnings.day': '{date}: {amount}, {count} orders',
  'earnings.orders': 'Orders',
  'earnings.pickDay': 'One day',
  'earnings.period': 'Period',
  'earnings.thisMonth': 'This month',
  'earnings.lastMonth': 'Last month',
  'earnings.empty': 'No earnings in this period yet',
  'earnings.emptyHint': 'Completed orders appear here at once, each with its reason.',
  'earnings.open': 'Show why for {orderNo}',
  'earnings.choose': 'Choose an engineer',
  'earnings.chooseHint': 'Choose an engineer to see what each order earned.',
};
