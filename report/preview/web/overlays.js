/** Lines over a page, in points from the top left of its trim. */

const SVG = "http://www.w3.org/2000/svg";

function shape(name, kind, given) {
  const made = document.createElementNS(SVG, name);
  made.setAttribute("class", `o-${kind}`);
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
  return made;
}

const box = (kind, [x, y, width, height]) => shape("rect", kind, { x, y, width, height });

function baselines({ from, to, step }, page) {
  const path = [];
  for (let y = from; y <= to + 0.01; y += step) path.push(`M${-page.bleed} ${y.toFixed(2)}H${page.width + page.bleed}`);
  return shape("path", "baseline", { d: path.join("") });
}

/** The overlays that are on, as one drawing; null where there is nothing to draw. */
export function overlay(page, side, known, shown) {
  const own = known?.[side];
  if (!known || !shown.size) return null;
  const { width, height, bleed } = page;
  const parts = [];
  if (shown.has("modules")) parts.push(...own.modules.map((one) => box("modules", one)));
  if (shown.has("columns")) parts.push(...own.columns.map((one) => box("columns", one)));
  if (shown.has("baseline") && own.baseline) parts.push(baselines(own.baseline, page));
  if (shown.has("safe")) {
    parts.push(box("safe", [known.safe, known.safe, width - 2 * known.safe, height - 2 * known.safe]));
  }
  if (shown.has("bleed")) parts.push(box("bleed", [-bleed, -bleed, width + 2 * bleed, height + 2 * bleed]));
  if (shown.has("trim")) parts.push(box("trim", [0, 0, width, height]));
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", `${-bleed} ${-bleed} ${width + 2 * bleed} ${height + 2 * bleed}`);
  drawn.setAttribute("aria-hidden", "true");
  drawn.append(...parts);
  return drawn;
}
