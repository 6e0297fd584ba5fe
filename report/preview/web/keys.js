/** Keys of the stage; they work while the stage has the focus, so that no other key of the reader's is taken. */

const OVERLAYS = { x: "trim", b: "bleed", a: "safe", l: "baseline", n: "columns", m: "modules" };
const VIEWS = { d: "spreads", s: "single", t: "thumbs" };
const PANELS = { p: "problems", f: "ledger", o: "source" };
const PLATES = { A: "", C: "cyan", M: "magenta", Y: "yellow", K: "black" };

export function listen(desk) {
  const stage = desk.stage.element;
  const acts = {
    ArrowRight: () => desk.stage.turn(1),
    ArrowLeft: () => desk.stage.turn(-1),
    PageDown: () => desk.stage.turn(1),
    PageUp: () => desk.stage.turn(-1),
    Home: () => desk.stage.go(1),
    End: () => desk.stage.go(desk.stage.leaves.size),
    "+": () => desk.zoomBy(1),
    "=": () => desk.zoomBy(1),
    "-": () => desk.zoomBy(-1),
    0: () => desk.setZoom("fit"),
    1: () => desk.setZoom(1),
    w: () => desk.setFollow(!desk.follow),
    "?": () => desk.help(),
  };
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const spot = event.target.closest?.(".spot");
    let act = acts[key];
    if (spot && (key === "ArrowDown" || key === "ArrowUp")) {
      const leaf = desk.stage.leaves.get(Number(spot.closest("figure").dataset.number));
      act = () => leaf.step(spot, key === "ArrowDown" ? 1 : -1);
    } else if (key in OVERLAYS) act = () => desk.toggle(OVERLAYS[key]);
    else if (key in VIEWS) act = () => desk.setView(VIEWS[key]);
    else if (key in PANELS) act = () => desk.panels.show(PANELS[key]);
    else if (key in PLATES && event.shiftKey) act = () => desk.setPlate(PLATES[key]);
    if (!act) return;
    event.preventDefault();
    act();
  });
  stage.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = stage.getBoundingClientRect();
      desk.zoomBy(event.deltaY < 0 ? 1 : -1, [event.clientX - box.left, event.clientY - box.top], 1.1);
    },
    { passive: false },
  );
}
