// The search page: a box, four filters, and each article found with the paragraphs that hold the words.
import { excerpt, hitTest, marked, passagesOf } from "./excerpts.js";
import { KINDS, ask, openIndex } from "./index.js";

const PAGE = 10;
const PAUSE = 250;

const lang = document.documentElement.lang;
const form = document.querySelector(".finder");
const section = document.querySelector(".results");
const list = section.querySelector("ol");
const more = section.querySelector(".more");
const ways = document.querySelector(".ways");
const box = form.elements.q;
const bundle = new URL(".", new URL(form.dataset.pagefind, document.baseURI));
const numbers = new Intl.NumberFormat(lang);
const fill = (name, value) => form.dataset[name].replace(/\{\w+\}/, value);
const say = (words) => { form.querySelector(".found").textContent = words; };

let index;
let turn = 0;

const open = () => {
  index ??= openIndex(bundle, lang);
  return index;
};
const choice = () => KINDS.map((kind) => form.elements[kind].value);
const fits = (values, chosen, but) => chosen.every((value, kind) => kind === but || !value || values[kind].includes(value));

// Each filter counts what the others leave; one that was changed meanwhile stays as it is.
function fillFilters({ names, pages }, ids, chosen, values = choice()) {
  KINDS.forEach((kind, place) => {
    const select = form.elements[kind];
    const counts = new Map();
    ids.filter((id) => fits(pages[id], chosen, place)).flatMap((id) => pages[id][place])
      .forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
    const options = names[kind].map(([value, name]) => new Option(`${name} (${numbers.format(counts.get(value) ?? 0)})`, value));
    select.replaceChildren(select.options[0], ...options);
    select.value = values[place];
  });
}

function hitItem(passage, href, isHit) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = /^[ph]\d+$/.test(passage.id) ? `${href}#${passage.id}` : href;
  link.append(...excerpt(passage, isHit));
  if (/^p\d+$/.test(passage.id)) {
    const where = document.createElement("span");
    where.className = "where";
    where.textContent = fill("paragraph", passage.id.slice(1));
    link.prepend(where, " ");
  }
  item.append(link);
  return item;
}

// An article in which no passage holds the words is found by its topics, tags and people; readers are told which.
function namedItems({ names = "" }, isHit) {
  const found = names.split("; ").filter((name) => name.split(/\s+/).some(isHit));
  if (!found.length) return [];
  const item = document.createElement("li");
  item.className = "because";
  item.append(...marked(fill("named", found.join("; ")), isHit));
  return [item];
}

async function articleItem(result, found) {
  const page = await result.data();
  const isHit = hitTest(found, page);
  const { title, title_lang: foreign, publisher, wires, date } = page.meta;
  const href = new URL(`..${page.raw_url}`, bundle).href;
  const item = section.querySelector("template").content.cloneNode(true);
  const link = item.querySelector("a");
  link.href = href;
  if (foreign) link.lang = foreign;
  link.append(...marked(title, isHit));
  const credit = [publisher, wires && fill("wires", wires), date].filter(Boolean);
  credit.forEach((words) => {
    const span = document.createElement("span");
    span.append(...marked(words, isHit));
    item.querySelector(".credit").append(span, " ");
  });
  const hits = passagesOf(page, isHit).map((passage) => hitItem(passage, href, isHit));
  item.querySelector(".hits").append(...(hits.length ? hits : namedItems(page.meta, isHit)));
  item.querySelector(".hits:empty")?.remove();
  return item;
}

async function show(ids, found, focus) {
  const already = list.children.length;
  const items = await Promise.all(ids.slice(already, already + PAGE).map((id) => articleItem(found.results.get(id), found)));
  if (found.turn !== turn) return;
  list.append(...items);
  more.hidden = list.children.length >= ids.length;
  more.onclick = () => show(ids, found, true);
  if (focus) list.children[already].querySelector("a").focus();
}

async function answer() {
  turn += 1;
  const mine = turn;
  const [question, chosen] = [box.value.trim(), choice()];
  remember(question, chosen);
  if (!question && !chosen.some(Boolean)) {
    clear();
    return;
  }
  const waiting = setTimeout(() => say(form.dataset.searching), PAUSE);
  try {
    const found = await ask(await open(), question);
    if (mine !== turn) return;
    const { names, pages } = found.index;
    const ids = found.ids.filter((id) => fits(pages[id], chosen));
    fillFilters({ names, pages }, found.ids, chosen);
    list.replaceChildren();
    await show(ids, { ...found, turn: mine });
    section.hidden = !ids.length;
    ways.hidden = Boolean(ids.length);
    const absent = found.absent.length ? [fill("absent", found.absent.join(", "))] : [];
    say([fill("found", numbers.format(ids.length)), ...absent].join(". "));
  } catch {
    index = undefined;
    if (mine === turn) clear(form.dataset.failed);
  } finally {
    clearTimeout(waiting);
  }
}

function clear(words = "") {
  section.hidden = true;
  ways.hidden = false;
  list.replaceChildren();
  say(words);
}

// The address holds the question, so that it can be kept and sent; the other languages' pages get it too.
function remember(question, chosen) {
  const asked = [["q", question], ...KINDS.map((kind, place) => [kind, chosen[place]])].filter(([, value]) => value);
  const tail = asked.length ? `?${new URLSearchParams(asked)}` : "";
  history.replaceState(null, "", location.pathname + tail);
  document.querySelectorAll(".languages a, .elsewhere a").forEach((link) => { link.search = tail; });
}

// The arrows lead from the box through the results and back.
function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const stops = [box, ...list.querySelectorAll(".headline a")];
  const here = stops.indexOf(event.target.closest(".clipping")?.querySelector(".headline a") ?? event.target);
  const next = here < 0 ? null : stops[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

async function begin() {
  const asked = new URLSearchParams(location.search);
  form.hidden = false;
  box.value = asked.get("q") ?? "";
  if (!asked.size) return;
  const opened = await open().catch(() => null);
  const chosen = KINDS.map((kind) => asked.get(kind) ?? "");
  if (opened) fillFilters(opened, Object.keys(opened.pages), chosen, chosen);
  await answer();
}

let pause;
form.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(answer, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  answer();
});
form.addEventListener("focusin", async () => {
  const opened = await open().catch(() => null);
  if (opened && !turn) fillFilters(opened, Object.keys(opened.pages), choice());
}, { once: true });
document.addEventListener("keydown", move);
begin();
