/** Small words for the document: elements, texts with blanks, what is pressed. */

export const $ = (id) => document.getElementById(id);

/** An element with properties, attributes (names with a dash, role) and children. */
export function el(name, given = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (key.includes("-") || key === "role") made.setAttribute(key, value);
    else if (key === "data") Object.assign(made.dataset, value);
    else made[key] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A row of words with its {blanks} filled. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export function press(button, pressed) {
  button.setAttribute("aria-pressed", String(pressed));
}

/** One of a group of buttons is pressed. */
export function choose(group, key, value) {
  for (const button of group.querySelectorAll("button")) press(button, button.dataset[key] === value);
}

const waiting = new Map();

/** Calls a function once things have been quiet for some milliseconds. */
export function later(name, milliseconds, call) {
  clearTimeout(waiting.get(name));
  waiting.set(name, setTimeout(call, milliseconds));
}
