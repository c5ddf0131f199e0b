// Keeps the shell of the console for a phone that is offline. Answers of the server are never kept: amounts must be true.
const shelf = 'duodang-shell-1';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(shelf).then((cache) => cache.addAll(['/', '/icon.svg', '/manifest.webmanifest'])),
  );
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  const others = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name !== shelf).map((name) => caches.delete(name))));
  event.waitUntil(others.then(() => self.clients.claim()));
});

async function freshOrKept(request, key) {
  const cache = await caches.open(shelf);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(key, response.clone());
    }
    return response;
  } catch (failure) {
    const kept = await cache.match(key);
    if (kept) {
      return kept;
    }
    throw failure;
  }
}

async function keptOrFresh(request) {
  const cache = await caches.open(shelf);
  const kept = await cache.match(request);
  return kept ?? freshOrKept(request, request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(keptOrFresh(request));
  } else if (request.mode === 'navigate' && !/^\/(api|docs|v3|actuator|swagger-ui)/.test(url.pathname)) {
    event.respondWith(freshOrKept(request, '/'));
  }
});
