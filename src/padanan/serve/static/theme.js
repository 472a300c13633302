// Before anything is painted: the theme that was chosen.
(() => {
  "use strict";
  try {
    const theme = localStorage.getItem("padanan-theme");
    if (theme) document.documentElement.dataset.theme = theme;
  } catch {
    // Then the system decides.
  }
})();
