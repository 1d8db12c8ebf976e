// Newsreader waits until the first page is painted: its 58 kB would delay the words. From the second page on the browser has it.
const root = document.documentElement;
const use = () => { root.dataset.typeface = "newsreader"; };
const fetched = () => Promise.all(["1em Newsreader", "italic 1em Newsreader"].map((face) => document.fonts.load(face)));

if (document.referrer.startsWith(`${location.origin}/`)) use();
else new PerformanceObserver((paints, observer) => {
  if (!paints.getEntriesByName("first-contentful-paint").length) return; // only the paper is painted
  observer.disconnect();
  fetched().then(use);
}).observe({ type: "paint", buffered: true });
