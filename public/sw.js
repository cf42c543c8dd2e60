// Shows what Rak Lokal tells while it is closed, and opens the page of it. It keeps nothing and answers no request.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const { title = 'Rak Lokal', body = 'Ada kabar baru', url = '/kabar', tag } = read(event.data)
  const shown = { body, tag, data: { url }, icon: '/rak-192.png', lang: 'id' }
  event.waitUntil(self.registration.showNotification(title, shown))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(pageOf(event.notification.data?.url)))
})

function read(data) {
  try {
    return data?.json() ?? {}
  } catch {
    return {}
  }
}

// Only a page of this site, whatever was sent.
function pageOf(url) {
  const page = URL.canParse(url, self.location.origin) ? new URL(url, self.location.origin) : null
  return page?.origin === self.location.origin ? page.href : `${self.location.origin}/kabar`
}

// A new tab rather than one that is open: a form may be half filled in there.
async function open(page) {
  const tabs = await self.clients.matchAll({ type: 'window' })
  const there = tabs.find((one) => one.url === page)
  return there ? there.focus() : self.clients.openWindow(page)
}
