// The passages of an article that hold the words of a question, with the words marked.
import { fold, wordsIn } from "./index.js";

const MOST = 3;
const BEFORE = 12;
const LENGTH = 34;

// Whether a token begins with a word asked for, shares a root with one, or has a stem that the index matched.
export function hitTest({ known, index }, { content, locations }) {
  const tokens = content.split(" ");
  const isAsked = (word) => known.some((term) => word.startsWith(term.word));
  const places = index.stems ? locations.map((place) => wordsIn(tokens[place] ?? "")) : [];
  const matched = places.filter((words) => !words.some(isAsked)).flat(); // of "Putin-Aliyev" only what was asked for
  const stems = new Set(matched.filter((word) => word.length > 2)); // of "Putin’s" not the "s"
  const roots = new Set(known.flatMap((term) => term.roots));
  return (token) => wordsIn(token).some((word) => stems.has(word)
    || isAsked(word) || index.roots(word).some((root) => roots.has(root)));
}

// The passages with the most different words asked for, in the article's order.
export function passagesOf({ anchors }, isHit) {
  const scored = anchors.filter(({ id }) => id !== "roots").map(({ id, text }, place) => {
    const tokens = text.split(/\s+/);
    const hits = tokens.flatMap((token, nth) => (isHit(token) ? [nth] : []));
    const different = new Set(hits.map((nth) => fold(tokens[nth]).slice(0, 5))).size;
    return { id, text, place, first: hits[0], score: 10 * different + hits.length };
  });
  return scored.filter(({ score }) => score).sort((a, b) => b.score - a.score).slice(0, MOST).sort((a, b) => a.place - b.place);
}

// A stretch of a passage around its first hit.
export function excerpt({ text, first }, isHit) {
  const tokens = text.split(/\s+/);
  const start = tokens.length > LENGTH ? Math.max(0, Math.min(first - BEFORE, tokens.length - LENGTH)) : 0;
  const shown = tokens.slice(start, start + LENGTH).join(" ");
  return [start ? "… " : "", ...marked(shown, isHit), start + LENGTH < tokens.length ? " …" : ""];
}

// Text as nodes, with its hits in mark elements.
export function marked(text, isHit) {
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, nth) => {
    if (nth % 2 === 0 || !isHit(part)) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}
