import { createRoot } from 'react-dom/client';
import { Root } from './app/Root';
import './theme/global.css';

const element = document.getElementById('root');
if (element !== null) {
  createRoot(element).render(<Root />);
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}
