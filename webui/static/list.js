// The reading list, kept in this browser. Without this, the address of the list is the list.
"use strict";

const STORE = "opis-list";
const MOST = 200;

const stored = () => {
  try {
    const found = JSON.parse(localStorage.getItem(STORE));
    return Array.isArray(found) ? found.filter((one) => typeof one.key === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
};
const store = (entries) => {
  try {
    localStorage.setItem(STORE, JSON.stringify(entries.slice(0, MOST)));
  } catch {
    // no room, or none is allowed: the address of the list still is the list
  }
  show();
};

const address = (path, entries) => {
  const query = new URLSearchParams();
  for (const { key, note } of entries) {
    query.append("i", key);
    if (note) query.append(`note.${key}`, note);
  }
  query.append("own", "1");
  return `${path}?${query}`;
};

const show = () => {
  const entries = stored();
  const keys = new Set(entries.map((one) => one.key));
  for (const link of document.querySelectorAll("a.listing")) {
    link.href = entries.length ? address(link.dataset.path, entries) : link.dataset.path;
    link.querySelector(".count").textContent = entries.length || "";
  }
  for (const link of document.querySelectorAll("a.keep")) {
    link.classList.toggle("kept", keys.has(link.dataset.key));
    link.textContent = keys.has(link.dataset.key) ? link.dataset.kept : link.dataset.keep;
    link.setAttribute("aria-pressed", keys.has(link.dataset.key));
  }
};

for (const link of document.querySelectorAll("a.keep")) {
  link.setAttribute("role", "button");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const others = stored().filter((one) => one.key !== link.dataset.key);
    store(link.classList.contains("kept") ? others : [...others, { key: link.dataset.key, note: "" }]);
  });
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      link.click();
    }
  });
}

const page = document.querySelector("[data-listing]");
if (page) {
  const shown = [...page.querySelectorAll("input[name=i]")]
    .filter((input) => input.closest(".listed"))
    .map((input) => ({ key: input.value, note: new URLSearchParams(location.search).get(`note.${input.value}`) || "" }));
  const print = page.querySelector(".print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
  if (page.dataset.own) {
    store(shown);
  } else if (shown.length) {
    const keep = page.querySelector(".keep");
    keep.hidden = false;
    keep.querySelector("button").addEventListener("click", () => {
      const here = new Set(shown.map((one) => one.key));
      store([...stored().filter((one) => !here.has(one.key)), ...shown]);
      keep.hidden = true;
    });
  }
}
window.addEventListener("storage", show);
show();
