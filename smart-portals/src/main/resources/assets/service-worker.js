/*
 * Keeps on the phone, for when there is no network, when not to wait: one public page in each language, its styles, and
 * which language the reader chose. All is fetched without cookies, so nobody is signed in on it. Nothing else is ever kept,
 * and an answer of the network always comes first.
 */
'use strict';

var KEPT = 'anc-@version@';
var STYLES = at('@styles@');
var CHOSEN = at('offline/language');
var LANGUAGES = ['si', 'ta', 'en'];
var HELD_UP = /^(|offline|danger-signs|sign-in|mother|mother\/.*)$/;

function at(path) {
  return new URL(path, self.registration.scope).href;
}

function page(language) {
  return at('offline?lang=' + language);
}

function keep(cache, address) {
  return fetch(address, { credentials: 'omit' }).then(function (answer) {
    if (!answer.ok || answer.redirected) {
      throw new Error(address + ' is not to be kept.');
    }
    return cache.put(address, answer);
  });
}

function kept(address) {
  return caches.open(KEPT).then(function (cache) {
    return cache.match(address, { ignoreVary: true });
  });
}

function instead(asked) {
  return kept(CHOSEN)
    .then(function (chosen) { return chosen ? chosen.text() : 'en'; })
    .then(function (chosen) {
      var language = asked.searchParams.get('lang');
      return kept(page(LANGUAGES.includes(language) ? language : chosen));
    })
    .then(function (found) { return found || Response.error(); });
}

self.addEventListener('install', function (event) {
  event.waitUntil(caches.open(KEPT)
    .then(function (cache) {
      return Promise.all(LANGUAGES.map(page).concat(STYLES).map(function (address) { return keep(cache, address); }));
    })
    .then(function () { return self.skipWaiting(); }));
});

self.addEventListener('activate', function (event) {
  event.waitUntil(caches.keys()
    .then(function (names) {
      return Promise.all(names
        .filter(function (name) { return name.startsWith('anc-') && name !== KEPT; })
        .map(function (name) { return caches.delete(name); }));
    })
    .then(function () { return self.clients.claim(); }));
});

self.addEventListener('message', function (event) {
  if (LANGUAGES.includes(event.data)) {
    event.waitUntil(caches.open(KEPT).then(function (cache) { return cache.put(CHOSEN, new Response(event.data)); }));
  }
});

self.addEventListener('fetch', function (event) {
  var asked = new URL(event.request.url);
  if (asked.href === STYLES) {
    event.respondWith(kept(STYLES).then(function (found) { return found || fetch(event.request); }));
  } else if (event.request.mode === 'navigate' && event.request.method === 'GET'
      && asked.href.startsWith(self.registration.scope)
      && HELD_UP.test(asked.pathname.slice(new URL(self.registration.scope).pathname.length))) {
    event.respondWith(fetch(event.request).catch(function () { return instead(asked); }));
  }
});
