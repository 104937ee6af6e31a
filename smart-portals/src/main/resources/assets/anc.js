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
    var button = event.submitter;
    var label = button && button.textContent;
    if (button && words.saving) { button.textContent = words.saving; }
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
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      document.querySelectorAll('form').forEach(function (form) { delete form.dataset.sent; });
    }
  });
})();
