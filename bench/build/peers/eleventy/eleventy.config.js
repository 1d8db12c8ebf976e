// The bench's site in Eleventy: article, home, tag, topic and outlet pages, an Atom feed a language and a topic, a site map.
// The working folder holds content/, _data/topicList.json and introductions/, written by the corpus.
import { readdirSync, readFileSync } from "node:fs";
import markdown from "markdown-it";

const BASE = "https://news.example";
const TITLES = { id: "Kabar", en: "News" };
const PAGE = 20;
const NEWEST = 50;

const slug = (name) => name.toLowerCase().replaceAll(" ", "-");
const local = (date) => new Date(date.getTime() + 7 * 3600 * 1000).toISOString();

// Every list of articles: a language's home and the groups by outlet, topic and tag, newest first.
function listsOf(articles) {
  const lists = new Map();
  const put = (article, kind, name) => {
    const lang = article.data.lang;
    const url = kind === "home" ? `/${lang}/` : `/${lang}/${kind}/${slug(name)}/`;
    if (!lists.has(url)) lists.set(url, { lang, kind, name, url, id: slug(name), articles: [] });
    lists.get(url).articles.push(article);
  };
  for (const article of articles) {
    put(article, "home", TITLES[article.data.lang]);
    put(article, "outlets", article.data.outlet);
    for (const topic of article.data.topics) put(article, "topics", topic);
    for (const tag of article.data.keywords) put(article, "tags", tag);
  }
  return [...lists.values()];
}

function pagesOf(list) {
  const count = Math.ceil(list.articles.length / PAGE);
  const address = (number) => (number === 1 ? list.url : `${list.url}page/${number}/`);
  return Array.from({ length: count }, (_, place) => ({
    ...list,
    number: place + 1,
    count,
    url: address(place + 1),
    canonical: list.url,
    previous: place > 0 ? address(place) : null,
    next: place + 1 < count ? address(place + 2) : null,
    articles: list.articles.slice(place * PAGE, (place + 1) * PAGE),
  }));
}

function introductions() {
  const reader = markdown();
  const files = readdirSync("introductions").map((name) => [name.replace(/\.md$/, ""), `introductions/${name}`]);
  return Object.fromEntries(files.map(([key, path]) => [key, reader.render(readFileSync(path, "utf8"))]));
}

export default function (eleventy) {
  let lists = null;
  const all = (collections) => {
    lists ??= listsOf(collections.getFilteredByGlob("content/**/*.md").sort((one, other) => other.date - one.date));
    return lists;
  };
  eleventy.on("eleventy.before", () => {
    lists = null;
  });
  eleventy.addGlobalData("base", BASE);
  eleventy.addGlobalData("titles", TITLES);
  eleventy.addGlobalData("introductions", introductions);
  eleventy.addPassthroughCopy("theme");
  eleventy.addFilter("slug", slug);
  eleventy.addFilter("day", (date) => local(date).slice(0, 10));
  eleventy.addFilter("iso", (date) => `${local(date).slice(0, 19)}+07:00`);
  eleventy.addCollection("lists", (collections) => all(collections).flatMap(pagesOf));
  eleventy.addCollection("feeds", (collections) =>
    all(collections)
      .filter((list) => list.kind === "home" || list.kind === "topics")
      .map((list) => ({ ...list, articles: list.articles.slice(0, NEWEST) })),
  );
  return {
    dir: { input: ".", includes: "_includes", data: "_data", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
    templateFormats: ["md", "njk"],
  };
}
