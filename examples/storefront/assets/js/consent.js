// The shop's own consent bar: remembers the answer and passes it on; says nothing while unanswered.
(() => {
  "use strict";
  const KEY = "steinrast.consent";

  const read = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const keep = (answer) => {
    try {
      localStorage.setItem(KEY, answer);
    } catch {
      // A browser that refuses storage is asked again on the next page.
    }
  };

  const known = read();
  if (known === "full" || known === "anonymous") window.tarry("consent", known);

  document.addEventListener("DOMContentLoaded", () => {
    const bar = document.getElementById("consent");
    const answered = (answer) => {
      keep(answer);
      window.tarry("consent", answer);
      bar.hidden = true;
    };
    bar.hidden = known === "full" || known === "anonymous";
    for (const button of bar.querySelectorAll("[data-consent]")) {
      button.addEventListener("click", () => answered(button.dataset.consent));
    }
    document.getElementById("consent-again").addEventListener("click", () => {
      bar.hidden = false;
      bar.querySelector("button").focus();
    });
  });
})();
