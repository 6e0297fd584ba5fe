/** A page on the stage: its picture, what lies over it, and the parts that lead to their lines in the source. */

import { el, fill } from "./dom.js";
import { overlay } from "./overlays.js";

export class Leaf {
  constructor(desk, page) {
    this.desk = desk;
    this.page = page;
    this.near = false;
    this.shown = "";
    this.image = el("img", { alt: "", draggable: false });
    this.sheet = el("div", { className: "sheet" }, this.image);
    this.caption = el("figcaption");
    this.figure = el("figure", { data: { number: page.number } }, this.sheet, this.caption);
    this.spots = [];
    this.over = null;
    this.note = null;
    this.spotted = 0;
  }

  /** Takes a new version of the page; what is not on the screen waits. */
  update(page, side) {
    const fresh = this.page.version !== page.version;
    this.page = page;
    this.side = side;
    this.figure.className = side;
    this.caption.textContent = page.label;
    this.image.alt = fill(this.desk.words.numbered, { page: page.label });
    if (fresh) this.spotted = 0;
    this.place();
    if (this.near) this.draw();
  }

  /** Sizes, for the scale of the moment. */
  place() {
    const { scale, overlays, view } = this.desk;
    const { width, height, bleed } = this.page;
    const out = overlays.has("bleed") && view !== "thumbs" ? bleed : 0;
    const paired = view === "spreads";
    const left = paired && this.side === "recto" ? 0 : out;
    const right = paired && this.side === "verso" ? 0 : out;
    this.left = left * scale;
    this.top = out * scale;
    const size = (element, x, y, w, h) => {
      Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
    };
    this.sheet.style.width = `${(width + left + right) * scale}px`;
    this.sheet.style.height = `${(height + 2 * out) * scale}px`;
    // whole pixels of the screen, or the browser would blur the picture by fitting it
    const whole = [left - bleed, out - bleed, width + 2 * bleed, height + 2 * bleed]
      .map((length) => Math.round(length * scale * devicePixelRatio) / devicePixelRatio);
    size(this.image, ...whole);
    this.over?.remove();
    this.over = view === "thumbs" ? null : overlay(this.page, this.side, this.desk.state.overlays, overlays);
    if (this.over) {
      size(this.over, ...whole);
      this.image.after(this.over);
    }
    for (const spot of this.spots) this.put(spot);
  }

  put({ button, box }) {
    const { scale } = this.desk;
    Object.assign(button.style, {
      left: `${this.left + box[0] * scale - 2}px`,
      top: `${this.top + box[1] * scale - 1}px`,
      width: `${(box[2] - box[0]) * scale + 4}px`,
      height: `${(box[3] - box[1]) * scale + 2}px`,
    });
  }

  /** Asks for the picture that fits, and shows it when it is whole: the old one stays until then. */
  async draw() {
    const { desk, page } = this;
    const width = Math.min(6000, Math.max(48, Math.round(this.image.clientWidth * devicePixelRatio)));
    const plate = desk.plate ? `&plate=${encodeURIComponent(desk.plate)}` : "";
    const address = `/api/pages/${page.number}/${page.version}.png?w=${width}${plate}&run=${desk.words.run}`;
    if (this.shown !== address) {
      this.shown = address;
      const next = new Image();
      next.src = address;
      try {
        await next.decode();
      } catch {
        if (this.shown === address) this.failed();
        return;
      }
      if (this.shown !== address) return;
      this.note?.remove();
      this.image.hidden = false;
      this.image.src = address;
      this.figure.dataset.version = page.version;
      this.figure.dataset.plate = desk.plate;
    }
    if (desk.view !== "thumbs" && this.spotted !== page.version) await this.spot();
  }

  failed() {
    this.shown = "";
    if (!this.desk.plate) return;
    this.note?.remove();
    this.image.hidden = true;
    this.note = el("p", { className: "note" }, this.desk.words.noplate);
    this.sheet.append(this.note);
  }

  /** The parts that know where they were written, as buttons; one of a page is in the order of tabs. */
  async spot() {
    const { version } = this.page;
    this.spotted = version;
    const answer = await fetch(`/api/pages/${this.page.number}/spots`);
    if (!answer.ok || this.page.version !== version) return;
    const found = await answer.json();
    for (const { button } of this.spots) button.remove();
    this.spots = found.map((one, i) => {
      const label = fill(this.desk.words.written, { line: one.line, text: one.text });
      const button = el("button", { type: "button", className: "spot", title: label, "aria-label": label, tabIndex: i ? -1 : 0 });
      button.addEventListener("click", () => this.choose(i));
      return { ...one, button };
    });
    for (const spot of this.spots) this.put(spot);
    this.sheet.append(...this.spots.map((spot) => spot.button));
  }

  choose(i) {
    for (const button of document.querySelectorAll(".spot.here")) button.classList.remove("here");
    this.spots[i].button.classList.add("here");
    this.desk.source(this.spots[i]);
  }

  /** Moves the focus among the parts of the page. */
  step(button, by) {
    const at = this.spots.findIndex((spot) => spot.button === button);
    const next = this.spots[at + by]?.button;
    if (at < 0 || !next) return;
    button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}
