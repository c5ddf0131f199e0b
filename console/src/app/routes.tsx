import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router';
import type { Permission } from '../api/contract';
import { useSession } from '../api/queries';
import { SignIn } from '../pages/sign-in/SignIn';
import { Broken, Forbidden, Missing } from './Fallback';
import { homeOf, may } from './permissions';
import { Shell } from './Shell';

type Module = { Component: React.ComponentType };

function Guard({ needs }: { needs: Permission }) {
  return may(useSession(), needs) ? <Outlet /> : <Forbidden />;
}

function page(path: string, needs: Permission, lazy: () => Promise<Module>): RouteObject {
  return { element: <Guard needs={needs} />, children: [{ path, lazy }] };
}

function Home() {
  return <Navigate to={homeOf(useSession())} replace />;
}

export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignIn /> },
  {
    element: <Shell />,
    errorElement: <Broken />,
    hydrateFallbackElement: <></>,
    children: [
      { path: '/', element: <Home /> },
      page('/board', 'BOARD_READ', async () => ({ Component: (await import('../pages/board/Board')).Board })),
      page('/orders', 'ORDER_READ', async () => ({
        Component: (await import('../pages/orders/Orders')).Orders,
      })),
      page('/orders/:orderNo', 'ORDER_READ', async () => ({
        Component: (await import('../pages/orders/Order')).Order,
      })),
      page('/desk', 'ORDER_ACT', async () => ({ Component: (await import('../pages/desk/Desk')).Desk })),
      page('/desk/new', 'ORDER_CREATE', async () => ({
        Component: (await import('../pages/desk/NewOrder')).NewOrder,
      })),
      page('/price-check', 'PRICE_CHECK', async () => ({
        Component: (await import('../pages/price-check/PriceCheck')).PriceCheckPage,
      })),
      page('/books', 'BOOK_READ', async () => ({ Component: (await import('../pages/books/Books')).Books })),
      page('/books/:id', 'BOOK_READ', async () => ({
        Component: (await import('../pages/books/Book')).Book,
      })),
      page('/books/:id/new-tier', 'BOOK_PUBLISH', async () => ({
        Component: (await import('../pages/books/NewTier')).NewTier,
      })),
      page('/books/:id/edit', 'BOOK_PUBLISH', async () => ({
        Component: (await import('../pages/books/EditSource')).EditSource,
      })),
      page('/books/:id/diff', 'BOOK_READ', async () => ({
        Component: (await import('../pages/books/BookDiff')).BookDiff,
      })),
      page('/earnings', 'EARNINGS_READ', async () => ({
        Component: (await import('../pages/earnings/MyEarnings')).MyEarnings,
      })),
      page('/ledger', 'LEDGER_READ', async () => ({
        Component: (await import('../pages/ledger/Ledger')).Ledger,
      })),
      page('/ledger/accounts/:account', 'LEDGER_READ', async () => ({
        Component: (await import('../pages/ledger/Account')).Account,
      })),
      page('/ledger/vouchers', 'LEDGER_READ', async () => ({
        Component: (await import('../pages/ledger/Vouchers')).Vouchers,
      })),
      page('/master', 'BOOK_READ', async () => ({
        Component: (await import('../pages/master/Parties')).Parties,
      })),
      page('/master/parties/:id', 'BOOK_READ', async () => ({
        Component: (await import('../pages/master/Party')).PartyPage,
      })),
      page('/master/contracts', 'BOOK_READ', async () => ({
        Component: (await import('../pages/master/ContractList')).ContractList,
      })),
      page('/master/customers', 'BOOK_READ', async () => ({
        Component: (await import('../pages/master/Customers')).Customers,
      })),
      page('/master/entities', 'BOOK_READ', async () => ({
        Component: (await import('../pages/master/Entities')).Entities,
      })),
      page('/master/import', 'MASTER_EDIT', async () => ({
        Component: (await import('../pages/master/ImportRecords')).ImportRecords,
      })),
      page('/imports', 'IMPORT', async () => ({
        Component: (await import('../pages/imports/Imports')).Imports,
      })),
      page('/imports/:id', 'IMPORT', async () => ({
        Component: (await import('../pages/imports/Import')).Import,
      })),
      { path: '*', element: <Missing /> },
    ],
  },
]);
