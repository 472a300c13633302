// The reading page. Everything can be read without it; it adds cards, walking through
// the terms by keyboard, filters and copying.
(() => {
  "use strict";

  const root = document.documentElement;
  const say = document.body.dataset;
  const byId = (id) => document.getElementById(id);
  const article = document.querySelector("article");
  const sheet = byId("sheet");
  const list = byId("entries");
  const card = byId("card");
  const said = byId("said");
  const bar = document.querySelector(".bar");
  const narrow = matchMedia("(max-width: 63.99rem)");
  const phone = matchMedia("(max-width: 40rem)");
  const darkScheme = matchMedia("(prefers-color-scheme: dark)");

  const GAP = 8; // pixels between a card and what is around it
  const OPEN_DELAY = 90; // milliseconds; shorter, and cards flicker on the way
  const CLOSE_DELAY = 250; // long enough for the way from the term to its card

  const terms = [...article.querySelectorAll("a.t")];
  const entries = list ? [...list.children] : [];
  const entryOf = new Map(entries.map((entry) => [`#${entry.id}`, entry]));
  const placesOf = new Map(entries.map((entry) => [entry, []]));
  const numberOf = new Map();
  for (const [number, term] of terms.entries()) {
    numberOf.set(term, number);
    placesOf.get(entryOf.get(term.hash)).push(term);
  }

  let walked = terms; // the terms that the filters leave
  let current = null; // the term that was visited last
  let shown = null; // the term whose card is open
  let timer = 0;

  // Settings are kept where the browser lets a page from disk keep them.
  const store = {
    read(name) {
      try {
        return localStorage.getItem(`padanan-${name}`);
      } catch {
        return null;
      }
    },
    write(name, value) {
      try {
        localStorage.setItem(`padanan-${name}`, value);
      } catch {
        // The setting then holds for this visit.
      }
    },
  };

  // Cards

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // For fingers and mice; by keyboard n and p do the same.
  const walker = (sign, name, direction) =>
    element("button", {
      type: "button",
      className: "walk",
      ariaLabel: name,
      textContent: sign,
      tabIndex: -1,
      onclick: () => step(direction),
    });

  function fill(term) {
    const entry = entryOf.get(term.hash);
    const parts = entry.querySelector(".about").cloneNode(true);
    const { region, because, phrase } = term.dataset;
    const at = placeOf(term) + 1;
    const position = element("span", { className: "position" });
    position.append(
      walker("‹", say.previous, -1),
      `${at} ${say.of} ${walked.length}`,
      walker("›", say.next, 1),
    );
    parts.querySelector(".where").append(position);
    parts.querySelector(".why")?.remove();
    const english = parts.querySelector(".english");
    if (region) {
      const why = element("span", { className: "why" });
      why.append(" ", element("abbr", { textContent: region }));
      if (because) {
        const quoted = element("q", { lang: "id", textContent: because });
        why.append(` ${say.because} `, quoted);
      }
      english?.append(why);
    }
    if (phrase) {
      const copy = element("button", {
        type: "button",
        className: "copy",
        lang: "en",
        textContent: phrase,
      });
      const tag = element("span", { className: "tag", textContent: say.here });
      (english ?? parts.querySelector(".listed")).after(
        element("p", { className: "phrase" }, tag, " ", copy),
      );
    }
    card.className = `card ${entry.dataset.kind}`;
    card.replaceChildren(...parts.childNodes);
  }

  // Below the line of the term that the pointer or focus is on, above it where only
  // there is room; a phone has its cards at the foot, by its style sheet.
  function place(term) {
    card.removeAttribute("style");
    if (phone.matches) return;
    const [line] = term.getClientRects();
    const box = card.getBoundingClientRect();
    const below = innerHeight - line.bottom - 2 * GAP;
    const above = line.top - Math.max(bar.getBoundingClientRect().bottom, 0) - 2 * GAP;
    const isBelow = box.height <= below || below >= above;
    const height = Math.min(box.height, Math.max(isBelow ? below : above, 120));
    // Beside the text, the sheet stays in view.
    const edge = narrow.matches ? root.clientWidth : sheet.getBoundingClientRect().left;
    const left = Math.min(line.left, edge - box.width - 2 * GAP);
    const top = isBelow ? line.bottom + GAP : line.top - GAP - height;
    card.style.maxHeight = `${height}px`;
    card.style.left = `${Math.max(2 * GAP, left) + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  }

  function show(term) {
    clearTimeout(timer);
    if (shown === term) return;
    shown?.classList.remove("at");
    fill(term);
    card.hidden = false;
    card.scrollTop = 0;
    place(term);
    term.classList.add("at");
    shown = term;
  }

  function hide() {
    clearTimeout(timer);
    shown?.classList.remove("at");
    shown = null;
    card.hidden = true;
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  const termAt = (event) => event.target.closest?.("a.t");

  article.addEventListener("pointerover", (event) => {
    const term = termAt(event);
    if (!term || event.pointerType !== "mouse" || term.classList.contains("off")) return;
    later(() => show(term), OPEN_DELAY);
  });
  article.addEventListener("pointerout", (event) => {
    if (termAt(event) && event.pointerType === "mouse") later(leave, CLOSE_DELAY);
  });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") later(leave, CLOSE_DELAY);
  });

  // The pointer has gone: the card goes too, or back to the term that has the focus.
  function leave() {
    const focused = document.activeElement;
    if (numberOf.has(focused) && focused.matches(":focus-visible")) show(focused);
    else hide();
  }

  article.addEventListener("focusin", (event) => {
    const term = termAt(event);
    if (!term) return;
    current = term;
    if (term.matches(":focus-visible")) show(term);
  });
  article.addEventListener("focusout", (event) => {
    if (!card.contains(event.relatedTarget)) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !card.contains(event.target) && !termAt(event)) hide();
  });

  // Copying

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A page that may not write to the clipboard may still copy a selection.
      const area = element("textarea", { value: text, className: "hidden" });
      const focused = document.activeElement;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      focused?.focus({ preventScroll: true });
    }
    said.replaceChildren(element("span", { lang: "en" }, text), ` ${say.copied}`);
    clearTimeout(said.timer);
    said.timer = setTimeout(() => said.replaceChildren(), 2500);
  }

  const englishOf = (term) =>
    entryOf.get(term.hash).querySelector(".main")?.textContent ?? "";

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".copy");
    if (button) copy(button.textContent);
  });
  article.addEventListener("click", (event) => {
    const term = termAt(event);
    if (!term || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    current = term;
    const touched = event.pointerType === "touch" || event.pointerType === "pen";
    if (phone.matches) reveal(term);
    show(term);
    if (!touched && englishOf(term)) copy(englishOf(term));
  });

  // Walking

  function visit(term) {
    const again = shown === term;
    current = term;
    reveal(term);
    term.focus({ preventScroll: true, focusVisible: true });
    if (again) place(term);
    else show(term);
  }

  // Into the upper part of the window, where a card below it has room.
  function reveal(term) {
    const { top, bottom } = term.getBoundingClientRect();
    const lowest = innerHeight * (phone.matches ? 0.45 : 0.7);
    if (top < 80 || bottom > lowest) term.scrollIntoView({ block: "start" });
  }

  // The first term that is not above the window: binary search, as terms are in order.
  function firstInView() {
    let low = 0;
    let high = walked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (walked[middle].getBoundingClientRect().bottom < 60) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // The place of a term among those walked through, or where it would be.
  function placeOf(term) {
    const number = numberOf.get(term);
    let low = 0;
    let high = walked.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numberOf.get(walked[middle]) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function step(direction) {
    if (!walked.length) return;
    let next;
    if (!current) {
      next = firstInView() - (direction < 0 ? 1 : 0);
    } else {
      const at = placeOf(current);
      next = direction > 0 && walked[at] !== current ? at : at + direction;
    }
    visit(walked[(next + walked.length) % walked.length]);
  }

  // The sheet

  const filters = byId("filters");
  const search = byId("search");
  const chips = filters ? [...filters.querySelectorAll(".chip")] : [];
  const fold = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase();
  const textOf = new Map(
    entries.map((entry) => [entry, fold(entry.querySelector(".open").textContent)]),
  );

  function filter() {
    const query = fold(search.value.trim());
    const kinds = new Set(
      chips
        .filter((chip) => chip.getAttribute("aria-pressed") === "true")
        .map((chip) => chip.dataset.kind),
    );
    const domain = byId("domain").value;
    for (const entry of entries) {
      entry.hidden = !(
        kinds.has(entry.dataset.kind) &&
        (!domain || entry.dataset.domain === domain) &&
        textOf.get(entry).includes(query)
      );
    }
    walked = terms.filter((term) => {
      const off = entryOf.get(term.hash).hidden;
      term.classList.toggle("off", off);
      return !off;
    });
    byId("none-match").hidden = entries.some((entry) => !entry.hidden);
    if (shown?.classList.contains("off")) hide();
  }

  const number = (entry) => entry.value;
  const ORDERS = {
    order: (a, b) => number(a) - number(b),
    alphabet: (a, b) => textOf.get(a).localeCompare(textOf.get(b), "id"),
    frequency: (a, b) => b.dataset.times - a.dataset.times || number(a) - number(b),
  };
  const sort = (order) => list.append(...[...entries].sort(ORDERS[order]));

  function clear() {
    search.value = "";
    byId("domain").value = "";
    for (const chip of chips) chip.setAttribute("aria-pressed", "true");
    filter();
  }

  function toggleEntry(entry, open = !entry.classList.contains("opened")) {
    entry.classList.toggle("opened", open);
    entry.querySelector(".open").setAttribute("aria-expanded", open);
  }

  // From one place of the concept to the next, the first one after the last.
  function jump(entry) {
    const places = placesOf.get(entry);
    const at = places.indexOf(current);
    openSheet(false);
    visit(places[(at + 1) % places.length]);
  }

  function openSheet(open) {
    if (!narrow.matches) return;
    root.classList.toggle("sheet-open", open);
    byId("open-sheet").setAttribute("aria-expanded", open);
    if (open) hide();
  }

  if (list) {
    filters.addEventListener("submit", (event) => event.preventDefault());
    search.addEventListener("input", filter);
    search.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !walked.length) return;
      event.preventDefault();
      openSheet(false);
      visit(walked[0]);
    });
    byId("domain").addEventListener("change", filter);
    byId("sort").addEventListener("change", (event) => sort(event.target.value));
    byId("clear").addEventListener("click", () => {
      clear();
      search.focus();
    });
    for (const chip of chips) {
      chip.addEventListener("click", () => {
        const on = chip.getAttribute("aria-pressed") === "true";
        chip.setAttribute("aria-pressed", !on);
        filter();
      });
    }
    list.addEventListener("click", (event) => {
      const entry = event.target.closest(".entry");
      if (event.target.closest(".open")) toggleEntry(entry);
      if (event.target.closest(".jump")) {
        event.preventDefault();
        jump(entry);
      }
    });
    // Notes on paper are in the order of their numbers.
    addEventListener("beforeprint", () => sort("order"));
    addEventListener("afterprint", () => sort(byId("sort").value));
  }
  byId("open-sheet").addEventListener("click", () => {
    openSheet(!root.classList.contains("sheet-open"));
    if (root.classList.contains("sheet-open")) byId("close-sheet").focus();
  });
  byId("close-sheet").addEventListener("click", () => {
    openSheet(false);
    byId("open-sheet").focus();
  });

  // View

  function interlinear(on) {
    root.classList.toggle("interlinear", on);
    byId("interlinear").setAttribute("aria-pressed", on);
    if (shown) place(shown);
  }

  function dark(on) {
    root.dataset.theme = on ? "dark" : "light";
    byId("dark").setAttribute("aria-pressed", on);
  }

  const isDark = () => byId("dark").getAttribute("aria-pressed") === "true";
  const isInterlinear = () => root.classList.contains("interlinear");

  function toggleInterlinear() {
    interlinear(!isInterlinear());
    store.write("interlinear", isInterlinear());
  }

  function toggleDark() {
    dark(!isDark());
    store.write("theme", isDark() ? "dark" : "light");
  }

  byId("interlinear").addEventListener("click", toggleInterlinear);
  byId("dark").addEventListener("click", toggleDark);

  // Keys

  const KEYS = {
    n: () => step(1),
    p: () => step(-1),
    "/": () => {
      openSheet(true);
      search?.focus();
      search?.select();
    },
    c: () => shown && englishOf(shown) && copy(englishOf(shown)),
    i: toggleInterlinear,
    d: toggleDark,
    t: () => byId("open-sheet").click(),
  };

  function escape() {
    const searching = document.activeElement === search;
    if (!card.hidden && !searching) {
      hide();
    } else if (search?.value) {
      search.value = "";
      filter();
    } else if (root.classList.contains("sheet-open")) {
      openSheet(false);
      byId("open-sheet").focus();
    } else {
      document.activeElement?.blur();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      escape();
      return;
    }
    if (event.target.closest?.("input, select, textarea")) return;
    const action = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
    if (!action) return;
    event.preventDefault();
    action();
  });

  // Start

  const theme = store.read("theme");
  if (theme) dark(theme === "dark");
  else byId("dark").setAttribute("aria-pressed", darkScheme.matches);
  if (store.read("interlinear") === "true") interlinear(true);
  root.classList.add("js");
})();
