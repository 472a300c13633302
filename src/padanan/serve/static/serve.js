// The pages of the server. All of them work without it; it saves steps: pasting reads at
// once, files are dropped, look-up follows the keys, forms open where one is, and what is
// typed outlives a server that is gone.
(() => {
  "use strict";

  const root = document.documentElement;
  const body = document.body;
  const reading = body.classList.contains("reading");
  const byId = (id) => document.getElementById(id);
  const done = byId("done");

  const LOOK_UP_DELAY = 90; // milliseconds; about a key of a quick typist

  const store = (kind) => ({
    read(name) {
      try {
        return kind.getItem(`padanan-${name}`);
      } catch {
        return null;
      }
    },
    write(name, value) {
      try {
        kind.setItem(`padanan-${name}`, value);
      } catch {
        // Then it holds for this visit.
      }
    },
  });
  const kept = store(window.localStorage);
  const drafts = store(window.sessionStorage);

  function tell(text) {
    if (done) done.textContent = text;
  }

  // Theme; the script of the reading page has its own switch.

  if (!reading) {
    const button = byId("dark");
    const isDark = () =>
      (root.dataset.theme ??
        (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const toggle = () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      kept.write("theme", root.dataset.theme);
      button.setAttribute("aria-pressed", isDark());
    };
    button.setAttribute("aria-pressed", isDark());
    button.addEventListener("click", toggle);
    root.classList.add("js");
  }

  // Texts that are being typed

  for (const area of document.querySelectorAll("[data-draft]")) {
    const name = `draft-${location.pathname}-${area.dataset.draft}`;
    if (!area.value) area.value = drafts.read(name) ?? "";
    area.addEventListener("input", () => drafts.write(name, area.value));
    area.form.addEventListener("submit", () => drafts.write(name, area.value));
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
    });
  }

  // A text that is being read is no draft any more, so that another one can be pasted.
  const FIRST = "draft-/-text";
  if (reading && drafts.read(FIRST)) {
    drafts.write("last", drafts.read(FIRST));
    drafts.write(FIRST, "");
  }
  const last = byId("last");
  if (last && drafts.read("last") && !byId("text").value) {
    last.hidden = false;
    last.addEventListener("click", () => {
      byId("text").value = drafts.read("last");
      byId("text").dispatchEvent(new Event("input"));
      byId("text").focus();
      last.hidden = true;
    });
  }

  for (const area of document.querySelectorAll("[data-paste]")) {
    area.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (area.value || !text.trim()) return;
      event.preventDefault();
      area.value = text;
      area.form.requestSubmit();
    });
  }

  // Files that are dropped

  for (const place of document.querySelectorAll("[data-drop]")) {
    const input = byId(place.dataset.drop);
    const over = (on) => (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      place.classList.toggle("over", on);
    };
    place.addEventListener("dragover", over(true));
    place.addEventListener("dragleave", over(false));
    place.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      over(false)(event);
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  const only = document.querySelector('form[action="/read"] input[type="file"]');
  only?.addEventListener("change", () => only.files.length && only.form.requestSubmit());

  // Look-up as one types: the last question alone is answered.

  const live = document.querySelector("[data-live]");
  if (live) {
    const target = byId(live.dataset.live);
    let timer = 0;
    let asked = null;
    const look = async () => {
      asked?.abort();
      asked = new AbortController();
      const query = new URLSearchParams({ q: live.value });
      try {
        const answer = await fetch(`/lookup/hits?${query}`, { signal: asked.signal });
        target.innerHTML = await answer.text();
        history.replaceState(null, "", `/lookup?${query}`);
        tell("");
      } catch (error) {
        if (error.name !== "AbortError") tell(body.dataset.noAnswer);
      }
    };
    live.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(look, LOOK_UP_DELAY);
    });
    live.setSelectionRange(live.value.length, live.value.length);
    live.form.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      target.querySelector("a")?.focus();
    });
    target.addEventListener("keydown", (event) => {
      const links = [...target.querySelectorAll("h2 a")];
      const at = links.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || at < 0) return;
      event.preventDefault();
      (links[at + step] ?? live).focus();
    });
  }

  // Copying; the reading page has its own.

  if (!reading) {
    document.addEventListener("click", async (event) => {
      const button = event.target.closest?.(".copy");
      if (!button) return;
      try {
        await navigator.clipboard.writeText(button.textContent);
        tell(`${button.textContent}: ${body.dataset.copied}`);
      } catch {
        getSelection().selectAllChildren(button);
      }
    });
  }

  // Forms that belong to a place of the text, shown where one is

  const dialog = document.createElement("dialog");
  dialog.className = "dialog";

  async function ask(link) {
    let page;
    try {
      page = await pageOf(await fetch(link));
    } catch {
      tell(body.dataset.noAnswer);
      return;
    }
    const form = page.querySelector("form.asked");
    if (!form) {
      location.assign(link);
      return;
    }
    const title = form.querySelector("h1");
    title.id = "asked-title";
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.replaceChildren(document.importNode(form, true));
    if (!dialog.isConnected) body.append(dialog);
    dialog.showModal();
    (dialog.querySelector("[autofocus]") ?? dialog.querySelector("input")).focus();
  }

  const NEXT = "X-Padanan-Next";

  const pageOf = async (answer) =>
    new DOMParser().parseFromString(await answer.text(), "text/html");

  // Why a form is refused stands in it, so that what was typed can be mended.
  function refuse(form, text) {
    const said = form.querySelector(".refused") ?? document.createElement("p");
    said.className = "refused";
    said.setAttribute("role", "alert");
    said.textContent = text;
    form.querySelector(".row").before(said);
    form.querySelector("[autofocus]")?.focus();
  }

  // The page anew, even where only its anchor is another one.
  function show(target) {
    const isHere = target.pathname + target.search === location.pathname + location.search;
    location.assign(target);
    if (isHere) location.reload();
  }

  async function send(form) {
    const button = form.querySelector(".primary");
    button.disabled = true;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: "text/html", [NEXT]: "" },
      });
      const to = answer.headers.get(NEXT);
      if (to) {
        show(new URL(to, location.href));
        return;
      }
      refuse(form, (await pageOf(answer)).querySelector("main .lead").textContent);
    } catch {
      refuse(form, body.dataset.noAnswer);
    }
    button.disabled = false;
  }

  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.target);
  });

  dialog.addEventListener("click", (event) => {
    const cancels = event.target.closest?.(".cancel") || event.target === dialog;
    if (!cancels) return;
    event.preventDefault();
    dialog.close();
  });

  if (reading) {
    const article = document.querySelector("article");
    const missing = document.querySelector('[data-ask="missing"]');
    const plain = missing.getAttribute("href");
    const LONGEST = 120; // characters; a longer selection is no term

    // What is selected in the article without its hidden English.
    const selected = () => {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return "";
      const range = selection.getRangeAt(0);
      if (!article.contains(range.commonAncestorContainer)) return "";
      const copy = range.cloneContents();
      for (const english of copy.querySelectorAll("rt, rp")) english.remove();
      const text = copy.textContent.replace(/\s+/g, " ").trim();
      return text.length <= LONGEST ? text : "";
    };

    document.addEventListener("selectionchange", () => {
      const text = selected();
      byId("selected").textContent = text ? ` “${text}”` : "";
      const query = text ? `?${new URLSearchParams({ text })}` : "";
      missing.setAttribute("href", `${plain}${query}`);
    });

    // The place that is looked at, not the first one of its term.
    const hrefOf = (link) => {
      const at = document.querySelector("a.t.at");
      const inCard = link.closest("#card");
      if (!at || !inCard) return link.href;
      return link.href.replace(/n=\d+/, `n=${at.id.slice(1)}`);
    };

    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a.ask");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask(hrefOf(link));
    });

    const KEYS = { b: "mend", x: "hide", a: "missing" };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest?.("input, select, textarea, dialog")) return;
      const wanted = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
      if (!wanted) return;
      const within = wanted === "missing" ? document : byId("card");
      const link = within.hidden ? null : within.querySelector(`[data-ask="${wanted}"]`);
      if (!link) return;
      event.preventDefault();
      ask(hrefOf(link));
    });

    // Back where one was before the list changed.
    const place = /^#o\d+$/.test(location.hash) ? byId(location.hash.slice(1)) : null;
    if (place) {
      place.scrollIntoView({ block: "center" });
      place.focus({ preventScroll: true, focusVisible: true });
    }
  }

  // What was done stays in view until one does something else.
  if (done?.textContent.trim()) {
    const seen = () => done.classList.add("seen");
    for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, seen, { once: true });
  }

  // Digits lead to the pages, a question mark to the help; Escape leaves a field first.

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && !reading && !event.target.closest?.("dialog")) {
      if (event.target.type !== "search" || !event.target.value) event.target.blur?.();
    }
    if (event.target.closest?.("input, select, textarea, dialog")) return;
    if (event.key === "d" && !reading) byId("dark").click();
    if (event.key === "/" && live) {
      event.preventDefault();
      live.focus();
    }
    if (/^[1-4?]$/.test(event.key)) {
      document.querySelector(`[data-key="${event.key}"]`)?.click();
    }
  });
})();
