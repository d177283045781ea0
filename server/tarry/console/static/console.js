// Looks every two seconds for new lines of the session on screen and shows them without taking anything away.
"use strict";

(() => {
  const EVERY_MS = 2000;
  const main = document.querySelector("main[data-follow]");
  const news = document.getElementById("news");
  if (!main || !news) return;

  // Whoever reads into a detail or holds a selection is not interrupted: they get a link instead.
  const reading = () =>
    document.querySelector("details[open]") !== null || String(document.getSelection()).length > 0;

  const look = async () => {
    if (document.hidden) return false;
    const answer = await fetch(`${main.dataset.follow}?after=${main.dataset.after}`, { cache: "no-store" });
    return answer.ok && (await answer.text()).length > 0;
  };

  const again = async () => {
    try {
      if (await look()) {
        news.hidden = false;
        if (!reading()) {
          location.reload();
          return;
        }
      }
    } catch {
      // The server is away or restarting: the next look will tell.
    }
    setTimeout(again, EVERY_MS);
  };

  setTimeout(again, EVERY_MS);
})();
