// The words first. Newsreader waits until the first page is painted: its 58 kB would delay them; from the second page on
// the browser has it. What lies far below the screen is laid out after that, in a pause (see `data-whole` in site.css).
const root = document.documentElement;
const use = () => {
  root.dataset.typeface = "newsreader";
  (window.requestIdleCallback ?? setTimeout)(lay);
};
const lay = () => { root.dataset.whole = ""; };
const fetched = () => Promise.all(["1em Newsreader", "italic 1em Newsreader"].map((face) => document.fonts.load(face)));

if (location.hash) lay(); // the place asked for may lie below
if (document.referrer.startsWith(`${location.origin}/`)) use();
else new PerformanceObserver((paints, observer) => {
  if (!paints.getEntriesByName("first-contentful-paint").length) return; // only the paper is painted
  observer.disconnect();
  fetched().then(use, lay);
}).observe({ type: "paint", buffered: true });
