// The button "check here, now" of an organisation's page: the checker is loaded when it is first asked for.

/** @param {string} address @returns {Promise<void>} */
function load(address) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done();
    script.onerror = () => failed(new Error(address));
    document.head.append(script);
  });
}

/** @type {Promise<void> | null} */
let loaded = null;

for (const box of document.querySelectorAll("[data-check-here]")) {
  if (!(box instanceof HTMLElement)) continue;
  const { file = "", seal = "", attestation = "", attestationSeal = "", data = "", script = "" } = box.dataset;
  const button = box.querySelector("button");
  const target = box.querySelector("[role=status]");
  const body = document.getElementById(box.dataset.checkHere ?? "");
  if (!button || !(target instanceof HTMLElement) || !body) continue;
  box.hidden = false;
  button.addEventListener("click", async () => {
    try {
      loaded ??= load(data).then(() => load(script));
      await loaded;
      await /** @type {any} */ (globalThis).parapheHere(target, file, [body.textContent, seal], [attestation, attestationSeal]);
    } catch {
      loaded = null;
      target.textContent = box.dataset.failed ?? "";
    }
  });
}
export {};
