/** The stage: pages in spreads, one by one or as thumbnails, drawn as they come near the window. */

import { $, el, later } from "./dom.js";
import { Leaf } from "./leaf.js";

const ROOM = 18; // around the pages
const CAPTION = 22;
const THUMB = 150;
const INCH = 96 / 72; // CSS pixels a point at actual size

export class Stage {
  constructor(desk) {
    this.desk = desk;
    this.element = $("stage");
    this.rows = el("div", { className: "rows" });
    this.leaves = new Map();
    this.current = 1;
    this.look = new IntersectionObserver((seen) => this.seen(seen), { root: this.element, rootMargin: "300px" });
    this.element.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.resized()).observe(this.element);
  }

  /** Pages of a new state: those that are there already stay, with their pictures. */
  update() {
    const { pages, first = 1 } = this.desk.state;
    $("waiting")?.remove();
    if (!this.rows.isConnected) this.element.append(this.rows);
    this.desk.scale = this.wanted();
    const known = this.leaves;
    this.leaves = new Map();
    for (const page of pages) {
      const leaf = known.get(page.number) ?? new Leaf(this.desk, page);
      this.leaves.set(page.number, leaf);
      leaf.update(page, (page.number + first) % 2 ? "verso" : "recto");
    }
    this.arrange();
    this.scrolled();
  }

  /** Pages into rows; nothing is touched where the rows are what they were. */
  arrange() {
    const { view } = this.desk;
    const rows = [];
    for (const leaf of this.leaves.values()) {
      const last = rows.at(-1);
      if (view !== "single" && leaf.side === "recto" && last?.length === 1 && last[0].side === "verso") last.push(leaf);
      else rows.push([leaf]);
    }
    const name = ({ page }) => `${page.number}:${page.width}`;
    const key = `${view} ${rows.map((row) => row.map(name).join("+")).join(" ")}`;
    if (key === this.key) return;
    this.key = key;
    this.element.className = view;
    this.rows.replaceChildren(...rows.map((row) => this.row(row)));
    this.look.disconnect();
    for (const leaf of this.leaves.values()) {
      leaf.near = false;
      leaf.place();
      this.open(leaf);
      this.look.observe(leaf.figure);
    }
  }

  row(leaves) {
    const made = el("div", { className: leaves.length === 1 ? "row alone" : "row" });
    made.append(...leaves.map((leaf) => leaf.figure));
    if (this.desk.view === "spreads" && leaves.length === 1) {
      const blank = el("div", { className: "blank" });
      blank.style.width = `${leaves[0].page.width * this.desk.scale}px`;
      made[leaves[0].side === "recto" ? "prepend" : "append"](blank);
    }
    return made;
  }

  /** A thumbnail leads to its page; elsewhere its parts lead to the source. */
  open(leaf) {
    leaf.sheet.querySelector(".open")?.remove();
    const small = this.desk.view === "thumbs";
    for (const { button } of leaf.spots) button.hidden = small;
    if (!small) return;
    const button = el("button", { type: "button", className: "open", "aria-label": leaf.image.alt });
    button.addEventListener("click", () => {
      this.desk.setView("spreads");
      this.go(leaf.page.number, true);
    });
    leaf.sheet.append(button);
  }

  seen(entries) {
    for (const entry of entries) {
      const leaf = this.leaves.get(Number(entry.target.dataset.number));
      if (!leaf) continue;
      leaf.near = entry.isIntersecting;
      if (leaf.near) leaf.draw();
    }
  }

  /** The scale that the zoom means: CSS pixels a point. */
  wanted() {
    const { zoom, view, state, overlays } = this.desk;
    const page = state.pages[0];
    if (!page) return 1;
    if (view === "thumbs") return THUMB / page.width;
    if (zoom !== "fit") return zoom * INCH;
    const out = overlays.has("bleed") ? 2 * page.bleed : 0;
    const pages = view === "spreads" ? 2 : 1;
    const across = (this.element.clientWidth - 2 * ROOM - 2) / (pages * page.width + out);
    const down = (this.element.clientHeight - 2 * ROOM - CAPTION) / (page.height + out);
    return Math.max(0.08, Math.min(across, down));
  }

  /** Sizes anew, with what was in the middle of the window still there; `at` is a point of the window to hold. */
  resize(at) {
    const scale = this.wanted();
    const { element } = this;
    const held = at ?? [element.clientWidth / 2, element.clientHeight / 2];
    const by = scale / this.desk.scale;
    const x = (element.scrollLeft + held[0] - ROOM) * by + ROOM - held[0];
    const current = this.leaves.get(this.current);
    const before = current ? held[1] - this.topOf(current) : 0;
    this.desk.scale = scale;
    for (const leaf of this.leaves.values()) leaf.place();
    for (const blank of this.rows.querySelectorAll(".blank")) blank.style.width = `${this.desk.state.pages[0].width * scale}px`;
    if (current) element.scrollTop += this.topOf(current) - held[1] + before * by;
    element.scrollLeft = x;
    later("draw", 60, () => this.redraw());
  }

  resized() {
    if (this.desk.state?.pages.length && this.desk.zoom === "fit") {
      const { current } = this;
      this.resize();
      this.go(current);
    }
  }

  topOf(leaf) {
    return leaf.figure.getBoundingClientRect().top - this.element.getBoundingClientRect().top;
  }

  redraw() {
    for (const leaf of this.leaves.values()) {
      leaf.place();
      if (leaf.near) leaf.draw();
    }
  }

  scrolled() {
    const middle = this.element.clientHeight / 2;
    let best = Infinity;
    for (const leaf of this.leaves.values()) {
      const away = Math.abs(this.topOf(leaf) + leaf.figure.offsetHeight / 2 - middle);
      if (away < best - 1) [best, this.current] = [away, leaf.page.number];
    }
    this.desk.moved(this.current);
  }

  go(number, focus = false) {
    const last = this.leaves.size;
    const leaf = this.leaves.get(Math.max(1, Math.min(last, number)));
    if (!leaf) return;
    this.element.scrollTop += this.topOf(leaf) - Math.max(6, (this.element.clientHeight - leaf.figure.offsetHeight) / 2);
    this.current = leaf.page.number;
    this.desk.moved(this.current);
    if (focus) this.element.focus({ preventScroll: true });
  }

  /** The page after or before the one that is looked at, a row at a time. */
  turn(by) {
    const rows = [...this.rows.children];
    const at = rows.findIndex((row) => row.contains(this.leaves.get(this.current)?.figure));
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    const number = next?.querySelector("figure")?.dataset.number;
    if (number) this.go(Number(number));
  }

  /** Brings a page that has just changed into the window, unless one of them is there. */
  follow(numbers) {
    const inside = (leaf) => this.topOf(leaf) < this.element.clientHeight && this.topOf(leaf) + leaf.figure.offsetHeight > 0;
    const changed = numbers.map((number) => this.leaves.get(number)).filter(Boolean);
    if (changed.length && !changed.some(inside)) this.go(changed[0].page.number);
  }

  /** Shows which pages have just changed. */
  freshen(numbers) {
    for (const number of numbers) {
      const figure = this.leaves.get(number)?.figure;
      if (!figure) continue;
      figure.classList.add("fresh");
      setTimeout(() => figure.classList.remove("fresh"), 1200);
    }
  }
}
