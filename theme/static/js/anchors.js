// A click on a paragraph's ¶ also copies its address; without this file it only leads there.
// Changing the language, or the way to read the article, keeps the paragraph that the address names.
const notice = document.querySelector("[data-copied]");

document.addEventListener("click", async (event) => {
  const anchor = event.target.closest("a.anchor");
  if (!anchor || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(anchor.href);
    notice.textContent = notice.dataset.copied;
    setTimeout(() => { notice.textContent = ""; }, 3000);
  } catch {
    // The reader's browser does not allow it; the address stands in the address bar.
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest(".languages a, .views a");
  if (link) link.hash = location.hash;
});
