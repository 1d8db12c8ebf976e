// A word to its roots, as plugins/kliping/roots.py tells them, as far as they occur in the index.
const SHORTEST = 3;
const LAYERS = 3;

export function rootsOf({ clitics, suffixes, prefixes, roots, forms }) {
  const known = new Set(roots.split(" "));
  const cut = (stems, endings) => stems.flatMap((stem) => [stem, ...endings
    .filter((ending) => stem.length >= ending.length + SHORTEST && stem.endsWith(ending))
    .map((ending) => stem.slice(0, -ending.length))]);
  const uncover = (word) => prefixes.flatMap(([written, before, root]) => {
    const rest = word.slice(written.length);
    const fits = word.startsWith(written) && rest && (!before || before.includes(rest[0]));
    return fits && root.length + rest.length >= SHORTEST ? [root + rest] : [];
  });
  const stems = (word) => {
    let layer = cut(cut([word], clitics), suffixes);
    const seen = new Set(layer);
    for (let depth = 0; depth < LAYERS; depth += 1) {
      layer = layer.flatMap(uncover).filter((stem) => !seen.has(stem));
      layer.forEach((stem) => seen.add(stem));
    }
    return [...seen];
  };
  return (word) => {
    if (Object.hasOwn(forms, word)) return forms[word] ? [forms[word]] : [];
    return known.has(word) ? [word] : stems(word).filter((stem) => known.has(stem)).sort();
  };
}
