"""The hashes of what files are made from: if one changes, the file must be made anew."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from functools import cache, cached_property, partial

import msgspec

from kliping.digest.kept.shelf import Shelf
from kliping.digest.model import Digest, Likeness, News
from kliping.memory import Key, fingerprints, key_of, mix
from kliping.model import Lang
from kliping_pelican.configuration import CATALOGUE, TEMPLATES
from kliping_pelican.drawings.words import FONT
from kliping_pelican.pages.jobs import Site
from kliping_pelican.parts import Part
from kliping_pelican.template_names import Templates


class Keys:
    """Hashes of what files are made from; the key of a file is a hash of the keys of its parts."""

    def __init__(self, site: Site, news: News | None = None, edited: Set[str] = frozenset()) -> None:
        """`news` and the `edited` templates are all that changed since the last build; without news anything may have."""
        self._site, self._news, self._edited = site, news, edited
        self._registers = site.digest.registers
        self._encode = msgspec.msgpack.Encoder(enc_hook=str).encode
        self._templates = Templates(site.config.theme / TEMPLATES, site.memory, site.config.engine)
        shelf = site.digest.clippings
        self.article: Callable[[str], Key] = cache(shelf.page_key) if isinstance(shelf, Shelf) else key_of
        """An article with its tags and topics."""
        self.text: Callable[[str], Key] = cache(shelf.words_key) if isinstance(shelf, Shelf) else key_of
        """An article without them."""
        self.listed = {lang: _listed(site.digest, lang) for lang in site.digest.langs}
        """By language, what lists and social cards show of an article."""
        self.facts = cache(self._facts)
        """What is known of several articles without opening them, in order."""
        self.policy = cache(self._policy)
        """An outlet with its policy."""
        self.term = cache(self._term)
        """A name of the vocabulary in all languages, with all that is said of it."""
        langs = site.digest.langs
        self._name_in: dict[Lang, Callable[[str], Key]] = {lang: cache(partial(self._name, lang)) for lang in langs}
        self._topic_in: dict[Lang, Callable[[str], Key]] = {lang: cache(partial(self._topic_name, lang)) for lang in langs}
        self._terms_of = cache(self._topic_terms)
        self.story = cache(self._stories_in)
        """By language, an article with the names that its own pages in it show beside its words.

        Where it was written in another one, a dateline is looked for among the names of that.
        """

    def may_differ(
        self, *templates: str, told: Iterable[str] = (), listed: Iterable[str] = (), named: Iterable[str] = ()
    ) -> bool:
        """Whether files that are made with these templates may have changed.

        Beside entries they show the articles `told`, list the articles `listed`, and name or describe the terms `named`.
        """
        news = self._news
        return (
            news is None
            or any(map(self.is_edited, templates))
            or not _apart(news.articles, told)
            or not _apart(news.listed, listed)
            or not _apart(news.terms, named)
        )

    def is_edited(self, template: str) -> bool:
        """Whether a template was edited, or any that it names."""
        return bool(self._edited) and not self._edited.isdisjoint(self._templates.closure(template))

    @property
    def templates(self) -> Set[str]:
        """All that any page asked for so far is made with."""
        return self._templates.used

    @property
    def is_amended(self) -> bool:
        """Whether all files were there before, and it is known of what they may differ."""
        return self._news is not None

    @cached_property
    def told(self) -> Collection[str]:
        """Articles that changed, or whose terms did; all if anything may have changed."""
        digest = self._site.digest
        if self._news is None:
            return digest.entries.keys()
        return self._news.articles.union(*(digest.by_tag.get(term, ()) for term in self._news.terms))

    @cached_property
    def renewed(self) -> Collection[str]:
        """Articles whose own pages may have changed: they also show something of related ones."""
        digest = self._site.digest
        if self._news is None:
            return digest.entries.keys()
        beside = [id_ for id_, kin in self._site.kin.items() if self.may_differ(told=kin)]
        alike = [id_ for id_, likes in digest.likenesses.items() if self.may_differ(told=(like.article for like in likes))]
        found = {*self.told, *beside, *alike}
        return [id_ for id_ in digest.entries if id_ in found]

    @cached_property
    def frame(self) -> Key:
        """Everything that stands on every page: settings, interface words, navigation."""
        site = self._site
        return key_of(self._encode((site.config, site.navigation, site.colophon, site.palette)), self.words)

    @cached_property
    def words(self) -> Key:
        """The interface's words in every language."""
        site = self._site
        return fingerprints([str(site.config.theme / CATALOGUE.format(lang=lang)) for lang in site.words], site.memory)

    @cached_property
    def vocabulary(self) -> Key:
        """All names of the vocabulary and their kinds."""
        return key_of(self._encode((self._registers.vocabulary, self._registers.term_kinds)))

    @cached_property
    def counts(self) -> Key:
        """How many articles each topic, tag and outlet has."""
        digest = self._site.digest
        groups = (digest.by_topic, digest.by_tag, digest.by_publisher, digest.by_credit)
        return key_of(self._encode([{id_: len(ids) for id_, ids in group.items()} for group in groups]))

    @cached_property
    def coverage(self) -> Key:
        """When articles appeared, and by which outlets."""
        return key_of(self._encode([(entry.day, entry.publisher) for entry in self._site.digest.entries.values()]))

    def page(self, template: str, *parts: Key | str) -> Key:
        """The key of a page."""
        return key_of(self.frame, self.template(template), *parts)

    def template(self, name: str) -> Key:
        """A template with all it extends, includes and imports."""
        return self._templates.key(name)

    def cards(self, lang: Lang) -> Key:
        """What every card of a language is made with; empty if the site has no cards."""
        return self._cards.get(lang, b"")

    @cached_property
    def _cards(self) -> dict[Lang, Key]:
        site = self._site
        if Part.CARDS in site.config.without or site.palette is None:
            return {}
        look = key_of("card", site.config.name, self._encode(site.palette))
        theme, fingerprint = site.config.theme, site.memory.fingerprint
        return {
            lang: mix((look, fingerprint(str(theme / FONT)), fingerprint(str(theme / CATALOGUE.format(lang=lang)))))
            for lang in site.words
        }

    def _term(self, id_: str) -> Key:
        return key_of(id_, self._encode((self._registers.vocabulary[id_], self._registers.term_kinds[id_])))

    def _name(self, lang: Lang, id_: str) -> Key:
        """A name of the vocabulary, as pages of a language show it beside others."""
        term = self._registers.vocabulary[id_]
        said = (term.name[lang], term.aliases.get(lang), term.description.get(lang), self._registers.term_kinds[id_])
        return key_of(id_, self._encode(said))

    def names(self, topic: str, lang: Lang) -> Key:
        """The names that a topic's rule and its articles carry."""
        return mix(map(self._name_in[lang], self._terms_of(topic)))

    def may_name(self, topic: str) -> bool:
        """Whether one of these names may have changed."""
        return self._news is None or (bool(self._news.terms) and not self._news.terms.isdisjoint(self._terms_of(topic)))

    def _topic_terms(self, topic: str) -> list[str]:
        digest, rule = self._site.digest, self._registers.topics[topic].rule
        tags = {tag for id_ in digest.by_topic.get(topic, ()) for tag in digest.entries[id_].tags}
        return sorted(tags.union(rule.all, rule.any))

    def topic(self, id_: str) -> Key:
        """A topic's id and file."""
        return key_of(id_, self._encode(self._registers.topics[id_]))

    def _policy(self, outlet: str) -> Key:
        described = (self._site.digest.knowledge.outlets[outlet], self._registers.outlets.policy_of(outlet))
        return key_of(outlet, self._encode(described))

    def _facts(self, ids: Sequence[str]) -> Key:
        return key_of(self._encode([*map(self._site.digest.entries.__getitem__, ids)]))

    def articles(self, ids: Iterable[str]) -> Key:
        """Several, in order."""
        return mix(map(self.article, ids))

    def listing(self, ids: Iterable[str], lang: Lang) -> Key:
        """Several as lists in a language show them, in order."""
        return mix(map(self.listed[lang], ids))

    def _stories_in(self, lang: Lang) -> Callable[[str], Key]:
        digest, article, likes = self._site.digest, self.article, self._likes
        entries, alike = digest.entries, digest.likenesses
        topic_in, name_in, term = self._topic_in[lang], self._name_in[lang], self.term

        def story(id_: str) -> Key:
            entry = entries[id_]
            names = map(name_in if lang == entry.lang else term, entry.tags)
            return mix((article(id_), *names, *map(topic_in, entry.topics), *(likes(alike[id_]) if id_ in alike else ())))

        return cache(story)

    def _likes(self, likenesses: Iterable[Likeness]) -> Iterator[Key]:
        """Articles that share wording with another."""
        return (key_of(self.article(like.article), str(like.share)) for like in likenesses)

    def _topic_name(self, lang: Lang, id_: str) -> Key:
        return key_of(id_, self._registers.topics[id_].name[lang])

    def kin(self, id_: str) -> Key:
        """The articles named beside an article, on its own page only."""
        if not self._site.kin:
            return b""
        return mix(map(self.article, self._site.kin.get(id_, ())))


def _listed(digest: Digest, lang: Lang) -> Callable[[str], Key]:
    shelf = digest.clippings
    if not isinstance(shelf, Shelf):
        return key_of
    return cache(partial(shelf.list_key, lang=lang))


def _apart(changed: Set[str], ids: Iterable[str]) -> bool:
    """Whether none of the ids changed; if nothing did, they are not even gone through."""
    return not changed or changed.isdisjoint(ids)


def key_of_value(value: object) -> Key:
    """The hash of a view that is small enough to be made before anyone knows whether its page is."""
    return key_of(msgspec.msgpack.encode(value))
