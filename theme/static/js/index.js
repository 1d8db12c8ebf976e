// The index: which articles hold the words of a question, or words of the same roots.
import { rootsOf } from "./roots.js";

export const KINDS = ["language", "topic", "outlet", "year"];

export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
export const wordsIn = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// Everything is loaded with the first question, not with the page.
export async function openIndex(bundle, lang) {
  const [pagefind, answer] = await Promise.all([
    import(new URL("pagefind.js", bundle)),
    fetch(new URL(`${lang}.json`, bundle), { cache: "no-cache" }),
  ]);
  const { names, pages, lexicon } = await answer.json();
  await pagefind.init();
  return { pagefind, names, pages, roots: lexicon ? rootsOf(lexicon) : () => [], stems: !lexicon };
}

// The articles for a question, best first: those with its very words, then those with words of the same roots.
export async function ask(index, question) {
  const { pagefind, pages } = index;
  const words = [...new Set(wordsIn(question))];
  const terms = await Promise.all(words.map(async (word) => ({ word, roots: index.roots(word), there: await isThere(word, index) })));
  const known = terms.filter(({ there, roots }) => there || roots.length);
  const answers = await Promise.all((words.length ? questions(known) : [null]).map((asked) => pagefind.search(asked)));
  const results = new Map();
  answers.flatMap((answer) => answer.results).filter(({ id }) => id in pages && !results.has(id))
    .forEach((result) => results.set(result.id, result));
  const ids = words.length ? [...results.keys()] : Object.keys(pages).filter((id) => results.has(id));
  return { index, known, ids, results, absent: terms.filter((term) => !known.includes(term)).map(({ word }) => word) };
}

// A root ends with 0 in the index; a word with several readings is asked for with each of its roots.
function questions(known) {
  const readings = Math.max(0, ...known.map(({ roots }) => roots.length));
  const wide = Array.from({ length: readings }, (_, nth) => known
    .map(({ word, roots }) => (roots.length ? `${roots[Math.min(nth, roots.length - 1)]}0` : word)));
  const literal = known.length && known.every(({ there }) => there) ? [known.map(({ word }) => word)] : [];
  return [...literal, ...wide].map((each) => each.join(" "));
}

// Pagefind answers a word it does not know with the longest beginning of it that it does know: not what was asked.
async function isThere(word, { pagefind, stems }) {
  const { results: [first] } = await pagefind.search(word);
  if (!first) return false;
  const { content, meta } = await first.data();
  const least = stems ? Math.max(word.length > 5 ? 3 : 2, word.length / 2 - 1) : word.length;
  return wordsIn([content, ...Object.values(meta)].join(" ")).some((other) => other.startsWith(word.slice(0, Math.ceil(least))));
}
