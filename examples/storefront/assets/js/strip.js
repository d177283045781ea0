// The demo-only strip: another day, another visitor, another language, the session's log. No part of the shop.
(() => {
  "use strict";
  const ERASE_WAIT_MS = 1500;
  const FOLDED = "demo.folded";
  const NOTE = "demo.note";
  const strip = document.getElementById("demo-strip");
  const { home, tomorrow, log, noteTomorrow, noteNew, noteFailed } = strip.dataset;
  const fold = strip.querySelector("details");
  const note = document.getElementById("demo-note");

  const quietly = (work) => {
    try {
      return work();
    } catch {
      return null; // Storage refused: the strip forgets, the demo goes on.
    }
  };

  const small = matchMedia("(max-width: 40rem)").matches;
  fold.open = (quietly(() => localStorage.getItem(FOLDED)) ?? (small ? "yes" : "no")) === "no";
  fold.firstElementChild.addEventListener("click", () => {
    quietly(() => localStorage.setItem(FOLDED, fold.open ? "yes" : "no"));
  });

  note.textContent = quietly(() => sessionStorage.getItem(NOTE)) ?? "";
  quietly(() => sessionStorage.removeItem(NOTE));

  const leave = (text) => {
    quietly(() => sessionStorage.setItem(NOTE, text));
    location.assign(home);
  };

  const forgetShop = (storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith("steinrast.")) storage.removeItem(key);
  };

  document.getElementById("demo-tomorrow").addEventListener("click", async () => {
    try {
      const answer = await fetch(tomorrow, { method: "POST" });
      if (!answer.ok) throw new Error(String(answer.status));
      leave(noteTomorrow);
    } catch {
      note.textContent = noteFailed;
    }
  });

  document.getElementById("demo-new").addEventListener("click", async () => {
    const erased = new Promise((done) => window.tarry("erase", done));
    const tired = new Promise((done) => setTimeout(done, ERASE_WAIT_MS));
    await Promise.race([erased, tired]);
    quietly(() => forgetShop(localStorage));
    quietly(() => forgetShop(sessionStorage));
    leave(noteNew);
  });

  window.tarry("ref", (ref) => {
    const link = document.getElementById("demo-log");
    link.href = log.replace("{ref}", encodeURIComponent(ref));
    link.removeAttribute("aria-disabled");
    link.removeAttribute("role");
  });
})();
