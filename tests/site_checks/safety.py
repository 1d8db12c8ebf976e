"""Site to what its pages would let run: a missing or lax policy, inline code, anything fetched from elsewhere."""

from site_checks.site import Fault, Site

FETCHED = {"script", "img", "source", "iframe", "embed", "object", "audio", "video", "track", "image", "use", "input"}
FETCHED_LINKS = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "apple-touch-icon"}
FETCHED_LINKS |= {"preconnect", "dns-prefetch"}
LAX = ("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:")


def policy_faults(site: Site) -> list[Fault]:
    """Every page whose Content-Security-Policy is missing, lax, or would block something of the page's own."""
    faults: list[Fault] = []
    for path in site.pages():
        page = site.page(path)
        if page.policy is None:
            faults.append(Fault(path, "no Content-Security-Policy"))
            continue
        rules = {rule.split()[0]: rule.split()[1:] for rule in page.policy.split(";") if rule.strip()}
        faults += [Fault(path, f"the policy has no {name}") for name in ("default-src", "base-uri") if name not in rules]
        for name, sources in rules.items():
            faults += [Fault(path, f"{name} allows {source}") for source in sources if source in LAX]
        faults += [Fault(path, f"{words}, which the policy blocks", line) for line, words in page.inline]
    return faults


def fetched_from_elsewhere(site: Site) -> list[Fault]:
    """Everything a browser would fetch from another host just by opening a page."""
    return [
        Fault(path, f"{reference.tag} fetches {reference.value}", reference.line)
        for path in site.pages()
        for reference in site.page(path).references
        if (reference.tag in FETCHED or (reference.tag == "link" and FETCHED_LINKS & set(reference.rel.split())))
        and not reference.value.startswith("data:")
        and site.resolve(reference.value, path)[0] is None
    ]
