"use strict";
const search = document.getElementById("Search");
const domain = document.getElementById("Domain");
const found = document.getElementById("Found");
const entries = [...document.querySelectorAll("article")];
const references = [...document.querySelectorAll(".see")];
const sections = [...document.querySelectorAll("section")];

// As the page writes data-find: without accents and case.
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function show() {
  const wanted = folded(search.value);
  const all = !wanted && !domain.value;
  let count = 0;
  for (const entry of entries) {
    const fits = (!domain.value || entry.dataset.domain === domain.value)
      && entry.dataset.find.includes(wanted);
    entry.hidden = !fits;
    count += fits ? 1 : 0;
  }
  for (const reference of references) {
    reference.hidden = !all;
  }
  for (const section of sections) {
    section.hidden = !section.querySelector("article:not([hidden]), .see:not([hidden])");
  }
  found.textContent = all ? "" : `${count} found`;
}

search.addEventListener("input", show);
domain.addEventListener("change", show);
// A link into the page must not lead to an entry that the search has hidden.
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.closest("[hidden]")) {
    search.value = domain.value = "";
    show();
    target.scrollIntoView();
  }
});
document.querySelector("search").hidden = false;
show();
