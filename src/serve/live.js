// Put into pages by `paraphe serve` only: loads the page again after a build, and shows why a build failed.
"use strict";
{
  const shown = document.currentScript.dataset.build;
  let panel = null;

  const hide = () => {
    if (panel) panel.remove();
    panel = null;
  };

  // The same failure may be told twice: what is there stays, and keeps its place and the reader's selection.
  const show = (words) => {
    if (panel?.textContent === words) return;
    hide();
    panel = document.createElement("div");
    panel.id = "paraphe-failure";
    panel.setAttribute("role", "alert");
    Object.assign(panel.style, {
      position: "fixed", inset: "0", zIndex: "2147483647", overflow: "auto", margin: "0", padding: "2rem",
      background: "#1b1b1f", color: "#f4f4f5", font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap",
    });
    panel.textContent = words;
    document.body.append(panel);
  };

  const listen = () => {
    const events = new EventSource("/_paraphe/events" + location.pathname);
    events.onmessage = (event) => {
      const news = JSON.parse(event.data);
      if (news.failure !== null) show(news.failure);
      else if (String(news.build) !== shown) location.reload();
      else hide();
    };
    addEventListener("pagehide", () => events.close(), { once: true });
  };
  // A page that comes back from the browser's memory listens again.
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
}
