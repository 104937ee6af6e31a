/* Only improves: every journey works without it. No word is in here; they come from data attributes. */
(function () {
  'use strict';
  var words = document.body.dataset;
  var summary = document.querySelector('.govuk-error-summary');
  if (summary) { summary.focus(); }
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    if ('download' in form.dataset) {
      // The page stays as it is: what comes is a file.
      setTimeout(function () { delete form.dataset.sent; }, 2000);
      return;
    }
    var button = event.submitter;
    var label = button && button.textContent;
    var busy = 'busy' in form.dataset ? form.dataset.busy : words.saving;
    if (button && busy) { button.textContent = busy; }
    setTimeout(function () {
      delete form.dataset.sent;
      if (button) { button.textContent = label; }
    }, 2000);
    setTimeout(function () {
      var line = document.createElement('p');
      line.className = 'govuk-body';
      line.setAttribute('role', 'status');
      line.textContent = words.still || '';
      form.appendChild(line);
    }, 8000);
  });
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
  var leave = document.querySelector('[data-leave]');
  if (leave) {
    // At once, before the other page is there; and no way back shows what stood here.
    var hide = function () { document.title = ''; document.body.hidden = true; };
    leave.addEventListener('click', function (event) {
      event.preventDefault();
      hide();
      location.replace(leave.href);
    });
    window.addEventListener('pagehide', hide);
    window.addEventListener('pageshow', function (event) { if (event.persisted) { location.reload(); } });
  }
  if (words.keep && navigator.serviceWorker) {
    window.addEventListener('load', function () {
      // Where nothing can be kept the page is what it was.
      navigator.serviceWorker.register(words.keep)
        .then(function () { return navigator.serviceWorker.ready; })
        .then(function (kept) { kept.active.postMessage(document.documentElement.lang); }, function () {});
    });
  }
  if (words.idle) { goAwayWhenIdle(Number(words.idle) * 1000); }
  function goAwayWhenIdle(idle) {
    var warnBefore = 60000;
    var grace = 30000;
    var heard = Date.now();
    var notice = null;
    function away() {
      document.body.hidden = true;
      document.title = '';
      location.replace(words.gone);
    }
    function stay() {
      fetch(words.alive).then(function (answer) {
        if (answer.status !== 204) { away(); return; }
        heard = Date.now();
        notice.remove();
        notice = null;
      }, function () { /* without network the time goes on */ });
    }
    function warn() {
      notice = document.createElement('div');
      notice.className = 'anc-stay';
      notice.setAttribute('role', 'alert');
      var said = document.createElement('p');
      said.textContent = words.ending;
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'govuk-button';
      button.textContent = words.stay;
      button.addEventListener('click', stay);
      notice.appendChild(said);
      notice.appendChild(button);
      document.body.insertBefore(notice, document.body.firstChild);
    }
    // The clock is looked at, and not only waited for: a phone that slept has run no timer.
    function look() {
      var gone = Date.now() - heard;
      if (gone >= idle + grace) { away(); return; }
      if (gone >= idle - warnBefore && !notice) { warn(); }
    }
    setInterval(look, 5000);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pageshow', look);
  }
  var scan = document.querySelector('[data-scan]');
  var cameras = navigator.mediaDevices;
  if (scan && 'BarcodeDetector' in window && cameras && cameras.enumerateDevices) {
    cameras.enumerateDevices().then(function (devices) {
      scan.hidden = !devices.some(function (device) { return device.kind === 'videoinput'; });
    }, function () { /* without leave to ask there is no button; the photo stays */ });
    scanner(scan, cameras);
  }
  function scanner(place, cameras) {
    var button = place.querySelector('button');
    var said = place.querySelector('p');
    var view = place.querySelector('video');
    var box = document.getElementById(place.dataset.scan);
    var begin = button.textContent;
    var stream = null;
    function end(word) {
      if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
      stream = null;
      view.srcObject = null;
      view.hidden = true;
      button.textContent = begin;
      said.textContent = word;
    }
    function look(detector) {
      if (!stream) { return; }
      detector.detect(view).then(function (codes) {
        if (!stream) { return; }
        if (codes.length) {
          box.value = codes[0].rawValue;
          end(place.dataset.done);
          box.focus();
        } else {
          setTimeout(look, 250, detector);
        }
      }, function () { end(place.dataset.failed); });
    }
    button.addEventListener('click', function () {
      if (stream) { end(''); return; }
      cameras.getUserMedia({ video: { facingMode: 'environment' } }).then(function (given) {
        stream = given;
        view.srcObject = given;
        view.hidden = false;
        button.textContent = place.dataset.stop;
        said.textContent = '';
        return view.play().then(function () { look(new window.BarcodeDetector()); });
      }).catch(function () { end(place.dataset.failed); });
    });
  }
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      document.querySelectorAll('form').forEach(function (form) { delete form.dataset.sent; });
    }
  });
})();
