// Searches the guide without a network: the index lies beside this file. Without a script the box leads to the list of all.
(function () {
  var box = document.getElementById("search");
  var found = document.getElementById("search-found");
  function line(page) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = page[1];
    link.textContent = page[0];
    item.append(link, " " + page[2].slice(0, 120));
    return item;
  }
  function search() {
    var words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    found.replaceChildren();
    found.hidden = words.length === 0;
    if (words.length === 0) { return; }
    var hits = window.ancGuide.filter(function (page) {
      var text = (page[0] + " " + page[1] + " " + page[2]).toLowerCase();
      return words.every(function (word) { return text.includes(word); });
    }).sort(function (a, b) {
      return b[0].toLowerCase().includes(words[0]) - a[0].toLowerCase().includes(words[0]);
    });
    var list = document.createElement("ul");
    hits.slice(0, 30).forEach(function (page) { list.append(line(page)); });
    var count = document.createElement("p");
    count.textContent = hits.length === 0 ? "Nothing found. Try a shorter word." : hits.length + " found";
    found.append(count, list);
  }
  box.addEventListener("input", search);
  box.form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) { box.value = asked; search(); }
})();
