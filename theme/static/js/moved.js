// Goes to the article's new address, to the paragraph that the old one named; without this file the page itself leads there.
location.replace(document.currentScript.dataset.target + location.hash);
