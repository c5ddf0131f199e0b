import { access } from './access';
import { board } from './board';
import { books } from './books';
import { check } from './check';
import { common } from './common';
import { desk } from './desk';
import { earnings } from './earnings';
import { imports } from './imports';
import { ledger } from './ledger';
import { master } from './master';
import { orders } from './orders';
import { problems } from './problems';
import { why } from './why';

export const zh = {
  ...common,
  ...access,
  ...board,
  ...orders,
  ...desk,
  ...check,
  ...books,
  ...earnings,
  ...imports,
  ...ledger,
  ...master,
  ...problems,
  ...why,
} as const;
