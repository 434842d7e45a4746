// Drawing over the bars of the chart chooses their dates. The bars are links and there are two boxes, so that all of it
// can be done without this.
"use strict";

const chart = document.querySelector("svg.bars");
const form = document.getElementById("search");
const from = document.getElementById("from");
const to = document.getElementById("to");
const LEAST = 6; // pixels: less is a click

if (chart && form && from && to) {
  const bars = [...chart.querySelectorAll("a[data-date]")];
  let start = null;
  let chosen = [];

  const draw = (event) => {
    const low = Math.min(start, event.clientX);
    const high = Math.max(start, event.clientX);
    chosen = bars.filter((bar) => {
      const box = bar.querySelector(".room").getBoundingClientRect();
      return high - low >= LEAST && box.right >= low && box.left <= high;
    });
    bars.forEach((bar) => bar.classList.toggle("drawn", chosen.includes(bar)));
  };

  const end = () => {
    start = null;
    chosen = [];
    bars.forEach((bar) => bar.classList.remove("drawn"));
  };

  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType === "mouse") start = event.clientX;
  });
  window.addEventListener("pointermove", (event) => start !== null && draw(event));
  window.addEventListener("pointercancel", end);
  window.addEventListener("pointerup", (event) => {
    if (start === null) return;
    draw(event);
    if (chosen.length) {
      from.value = chosen[0].dataset.date;
      to.value = chosen[chosen.length - 1].dataset.date;
      chart.addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
      form.requestSubmit();
    }
    end();
  });
}
