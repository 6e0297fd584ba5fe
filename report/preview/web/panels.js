/** What stands beside the pages: problems, the ledger of figures, lines of the source. */

import { $, el, fill, later } from "./dom.js";

const TABS = ["problems", "ledger", "source"];
const DOUBTS = new Set(["unmatched", "conflicting", "ambiguous"]);
const MOST = 400; // rows that are drawn at once

export class Panels {
  constructor(desk) {
    this.desk = desk;
    this.words = desk.words;
    this.rows = null;
    this.doubts = false;
    this.wanted = "";
    $("source").append(el("p", { className: "empty" }, this.words.nosource));
    for (const name of TABS) $(`tab-${name}`).addEventListener("click", () => this.show(name));
    $("tabs").addEventListener("keydown", (event) => this.arrows(event));
    this.tools();
  }

  show(name, focus = false) {
    this.desk.openPanel(true);
    for (const one of TABS) {
      const tab = $(`tab-${one}`);
      tab.setAttribute("aria-selected", String(one === name));
      tab.tabIndex = one === name ? 0 : -1;
      $(one).hidden = one !== name;
    }
    if (focus) $(`tab-${name}`).focus();
    if (name === "ledger" && !this.rows) this.readLedger();
  }

  arrows(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = TABS.findIndex((name) => $(`tab-${name}`) === document.activeElement);
    this.show(TABS[(at + by + TABS.length) % TABS.length], true);
  }

  update(state) {
    this.problems(state.problems);
    this.rows = null;
    if (!$("ledger").hidden) this.readLedger();
    if (this.spot) this.source(this.spot, false);
  }

  problems(found) {
    const errors = found.filter((one) => one.severity === "error").length;
    $("wrong").textContent = found.length || "";
    $("wrong").classList.toggle("bad", errors > 0);
    const items = found.map((one) => el("li", { className: one.severity }, ...this.problem(one)));
    const list = found.length
      ? el("ol", { className: "problems" }, ...items)
      : el("p", { className: "empty" }, this.words.none);
    $("problems").replaceChildren(list);
  }

  problem(one) {
    const severity = el("span", { className: "severity" }, this.words[one.severity]);
    const said = el("p", {}, severity, " ", one.message, " ", el("code", {}, one.code));
    const hint = one.hint ? el("p", { className: "hint" }, one.hint) : null;
    const where = el("p", {});
    if (one.line) where.append(this.place(one));
    else if (one.file) where.append(el("span", { className: "place" }, one.file));
    if (one.page) where.append(" ", this.leaf(one.page));
    return [said, hint, where].filter(Boolean);
  }

  /** A place of the source: a click copies it and shows the lines. */
  place(one) {
    const where = `${one.file}:${one.line}`;
    const short = `${one.file.split(/[/\\]/).at(-1)}:${one.line}`;
    const title = fill(this.words.copy, { place: where });
    const button = el("button", { type: "button", className: "place", title, "aria-label": title }, short);
    button.addEventListener("click", () => {
      this.copy(where);
      this.source(one, !$("source").hidden || one.context !== undefined);
    });
    return button;
  }

  leaf(number) {
    const button = el("button", { type: "button", className: "leaf" }, fill(this.words.numbered, { page: number }));
    button.addEventListener("click", () => this.desk.go(number));
    return button;
  }

  async copy(where) {
    try {
      await navigator.clipboard.writeText(where);
      this.desk.say(fill(this.words.copied, { place: where }));
    } catch {
      this.desk.say(fill(this.words.uncopied, { place: where }));
    }
  }

  tools() {
    const search = el("input", { type: "search", "aria-label": this.words.filter, placeholder: this.words.filter });
    const doubts = el("input", { type: "checkbox" });
    search.addEventListener("input", () => {
      this.wanted = search.value.trim();
      later("filter", 80, () => this.ledger());
    });
    doubts.addEventListener("change", () => {
      this.doubts = doubts.checked;
      this.ledger();
    });
    this.table = el("div");
    $("ledger").append(el("div", { className: "tools" }, search, el("label", {}, doubts, this.words.findings)), this.table);
  }

  async readLedger() {
    const answer = await fetch("/api/ledger");
    if (!answer.ok) return;
    this.rows = await answer.json();
    this.ledger();
  }

  ledger() {
    const { words } = this;
    const hit = (row) => !this.wanted || [row.text, row.value, row.source, row.context].join(" ").includes(this.wanted);
    const rows = (this.rows ?? []).filter((row) => (!this.doubts || DOUBTS.has(row.status)) && hit(row));
    if (!rows.length) {
      this.table.replaceChildren(el("p", { className: "empty" }, words.nofigures));
      return;
    }
    const heads = [words.figure, words.value, words.status, `${words.where} · ${words.page}`];
    const head = el("tr", {}, ...heads.map((said) => el("th", { scope: "col" }, said)));
    const body = rows.slice(0, MOST).map((row) => el("tr", {}, ...this.figure(row)));
    const more = rows.length > MOST ? el("p", { className: "empty" }, `${MOST} / ${rows.length}`) : null;
    this.table.replaceChildren(...[el("table", {}, el("thead", {}, head), el("tbody", {}, ...body)), more].filter(Boolean));
  }

  figure(row) {
    const basis = row.source ? el("span", { className: "basis" }, row.source) : null;
    return [
      el("td", { title: row.context }, row.text, basis),
      el("td", { className: "value" }, `${row.value}${row.unit}`),
      el("td", { className: row.status }, row.said),
      el("td", { className: "where" }, this.place(row), row.page ? this.leaf(row.page) : null),
    ];
  }

  /** The lines around a place. */
  async source(one, open = true) {
    this.spot = one;
    if (open) this.show("source");
    const answer = await fetch(`/api/source?file=${encodeURIComponent(one.file)}&line=${one.line}`);
    const head = el("p", {}, this.place(one));
    if (!answer.ok) {
      $("source").replaceChildren(head, el("p", { className: "empty" }, this.words.unreadable));
      return;
    }
    const { first, line, lines } = await answer.json();
    const rows = lines.map((text, i) => {
      const here = first + i === line;
      const number = el("span", { className: "n" }, String(first + i));
      return el("li", here ? { className: "here", "aria-current": "location" } : {}, number, el("span", {}, text));
    });
    $("source").replaceChildren(head, el("ol", { className: "excerpt" }, ...rows));
  }
}
