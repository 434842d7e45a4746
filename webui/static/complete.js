// What a word may become, while it is typed. Without this, the box is searched as it stands.
"use strict";

const box = document.getElementById("q");
const list = document.getElementById("completions");
const PAUSE = 120; // milliseconds without a key before the archive is asked

if (box && list) {
  let waiting = 0;
  let asked = "";

  const offer = async () => {
    const typed = (asked = box.value);
    if (typed.trim().length < 2) return;
    const answer = await fetch(`${list.dataset.from}?q=${encodeURIComponent(typed)}`);
    if (!answer.ok || typed !== asked) return;
    const { completions } = await answer.json();
    list.replaceChildren(
      ...completions.map(({ text, query }) => {
        const option = document.createElement("option");
        option.value = query;
        option.label = text;
        return option;
      }),
    );
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, PAUSE);
  });
}
