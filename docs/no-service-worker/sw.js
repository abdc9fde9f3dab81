// In place of the built sw.js on a server, takes the service worker away from every browser that comes by, and the page that
// it has kept; what people have made stays. See docs/hosting.md.

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeAway()));

async function takeAway() {
  const { scope } = self.registration;
  const ofThisPage = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all(ofThisPage.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
