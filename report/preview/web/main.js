/** The desk: what is looked at and how; new states come as server-sent events. */

import { $, choose, el, fill, later, press } from "./dom.js";
import { listen } from "./keys.js";
import { Panels } from "./panels.js";
import { Stage } from "./stage.js";

const LEAST = 0.1;
const MOST = 6;

class Desk {
  constructor(words) {
    this.words = words;
    this.state = { take: 0, pages: [], problems: [] };
    this.view = "spreads";
    this.zoom = "fit";
    this.scale = 1;
    this.plate = "";
    this.overlays = new Set();
    this.follow = true;
    this.stage = new Stage(this);
    this.panels = new Panels(this);
    this.tools();
    listen(this);
    this.stage.element.focus({ preventScroll: true });
  }

  tools() {
    const pick = (group, key, act) =>
      $(group).addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (button) act(button.dataset[key]);
      });
    pick("views", "view", (view) => this.setView(view));
    pick("overlays", "overlay", (name) => this.toggle(name));
    pick("plates", "plate", (plate) => this.setPlate(plate));
    const acts = {
      previous: () => this.stage.turn(-1),
      next: () => this.stage.turn(1),
      smaller: () => this.zoomBy(-1),
      larger: () => this.zoomBy(1),
      fit: () => this.setZoom("fit"),
      full: () => this.setZoom(1),
      follow: () => this.setFollow(!this.follow),
      keys: () => this.help(),
      "panel-toggle": () => this.openPanel($("panel").hidden),
    };
    for (const [id, act] of Object.entries(acts)) $(id).addEventListener("click", act);
    $("delivery").addEventListener("change", () => {
      this.say(fill(this.words.switching, { delivery: $("delivery").value }));
      watch($("delivery").value);
    });
    $("goto").addEventListener("change", () => this.jump($("goto").value.trim()));
  }

  /** A page by what is printed on it, or by its number. */
  jump(said) {
    const page = this.state.pages.find((one) => one.label === said) ?? this.state.pages[Number(said) - 1];
    if (page) this.stage.go(page.number, true);
    else this.moved(this.stage.current);
  }

  take(state) {
    const before = this.state;
    this.state = state;
    document.documentElement.dataset.take = state.take;
    document.title = state.title ? `${state.title} · ${this.words.preview}` : this.words.preview;
    $("title").textContent = state.title ?? this.words.preview;
    this.deliveries(state);
    $("file").textContent = state.file;
    if (!state.take) return;
    $("state").textContent = fill(this.words.seconds, { pages: state.pages.length, seconds: state.seconds.toFixed(2) });
    this.banner(state);
    this.inks(state.plates ?? []);
    if (state.pages.length) {
      this.stage.update();
      this.showScale();
    }
    this.panels.update(state);
    this.tell(state, before);
  }

  /** What the report is made for: a choice where there is more than one. */
  deliveries({ delivery = "", deliveries = [] }) {
    $("choose").hidden = deliveries.length < 2;
    $("only").textContent = deliveries.length < 2 ? delivery : "";
    const key = deliveries.join("\n");
    if (key !== this.offered) {
      this.offered = key;
      $("delivery").replaceChildren(...deliveries.map((name) => el("option", { value: name }, name)));
    }
    $("delivery").value = delivery;
  }

  banner(state) {
    const said = !state.stale ? "" : state.pages.length ? this.words.stale : this.words.nothing;
    $("banner").hidden = !said;
    if ($("banner").textContent !== said) $("banner").textContent = said;
    if (said) $("waiting")?.remove();
  }

  /** Says what the take did, for those who do not see it. */
  tell(state, before) {
    const count = (severity) => state.problems.filter((one) => one.severity === severity).length;
    const found = fill(this.words.summary, { errors: count("error"), warnings: count("warning") });
    const said = [];
    if (before.delivery && before.delivery !== state.delivery) {
      said.push(fill(this.words.switched, { delivery: state.delivery }));
    } else if (before.take && !state.stale) {
      const labels = state.changed.map((number) => state.pages[number - 1]?.label ?? number);
      const shown = labels.slice(0, 6).join("、") + (labels.length > 6 ? "…" : "");
      said.push(labels.length ? fill(this.words.updated, { pages: shown }) : this.words.unchanged);
      if (labels.length < state.pages.length) {
        if (this.follow) this.stage.follow(state.changed);
        this.stage.freshen(state.changed);
      }
    }
    this.say([...said, state.problems.length ? found : this.words.none].join(" · "));
  }

  say(text) {
    $("said").textContent = text;
  }

  inks(plates) {
    const key = plates.join();
    if (key === this.inked) return;
    this.inked = key;
    const made = (plate, said) =>
      el("button", { type: "button", data: { plate }, "aria-pressed": String(plate === this.plate) }, said);
    const buttons = plates.map((plate) => made(plate, this.words[plate] ?? plate));
    $("plates").replaceChildren(...(plates.length ? [made("", this.words.composite), ...buttons] : []));
  }

  setView(view) {
    if (view === this.view) return;
    const { current } = this.stage;
    this.view = view;
    choose($("views"), "view", view);
    this.stage.resize();
    this.stage.arrange();
    this.stage.go(current);
    this.showScale();
  }

  toggle(name) {
    if (!this.overlays.delete(name)) this.overlays.add(name);
    press($("overlays").querySelector(`[data-overlay="${name}"]`), this.overlays.has(name));
    if (name === "bleed") this.stage.resize();
    else this.stage.redraw();
    this.showScale();
  }

  setFollow(follow) {
    this.follow = follow;
    press($("follow"), follow);
  }

  setPlate(plate) {
    if (plate && !(this.state.plates ?? []).includes(plate)) {
      this.say(this.words.noplates);
      return;
    }
    this.plate = plate;
    choose($("plates"), "plate", plate);
    this.stage.redraw();
  }

  setZoom(zoom, at) {
    this.zoom = zoom;
    press($("fit"), zoom === "fit");
    press($("full"), zoom === 1);
    const { current } = this.stage;
    this.stage.resize(at);
    if (zoom === "fit") this.stage.go(current);
    this.showScale();
  }

  zoomBy(direction, at, step = 1.25) {
    if (this.view === "thumbs") return;
    const now = (this.scale * 72) / 96;
    this.setZoom(Math.max(LEAST, Math.min(MOST, now * step ** direction)), at);
  }

  showScale() {
    $("scale").textContent = `${Math.round(((this.scale * 72) / 96) * 100)}%`;
  }

  moved(number) {
    const label = this.state.pages[number - 1]?.label ?? "";
    if (document.activeElement !== $("goto") || !$("goto").value) $("goto").value = label;
    $("count").textContent = `/ ${this.state.pages.length}`;
  }

  go(number) {
    if (this.view === "thumbs") this.setView("spreads");
    this.stage.go(number);
  }

  source(spot) {
    this.panels.source(spot);
  }

  openPanel(open) {
    if ($("panel").hidden !== open) return;
    $("panel").hidden = !open;
    press($("panel-toggle"), open);
  }

  help() {
    $("help").showModal();
  }
}

const words = await (await fetch("/api/words")).json();
const desk = new Desk(words);
let events = null;

/** Listens to the takes of a delivery, the one that is on for none. */
function watch(delivery = "") {
  events?.close();
  events = new EventSource(delivery ? `/api/events?delivery=${encodeURIComponent(delivery)}` : "/api/events");
  events.addEventListener("take", (event) => desk.take(JSON.parse(event.data)));
  events.addEventListener("open", () => later("lost", 0, () => {}));
  events.addEventListener("error", () =>
    later("lost", 1500, () => {
      $("banner").hidden = false;
      $("banner").textContent = words.lost;
    }),
  );
}

watch();
