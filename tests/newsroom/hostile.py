"""Words that would run, break out or be taken for markup anywhere but in safe hands."""

from hypothesis import strategies as st

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "</title></textarea></script><script>alert(1)</script>",
    "<!--",
    "-->",
    "]]>",
    "&lt;script&gt;&#60;b&#62;",
    "{{ 7*7 }}",
    "{% raw %}{% include '/etc/passwd' %}",
    "{# gone #}",
    "${7*7} #{7*7} %(name)s %s {0} %",
    "../../../etc/passwd",
    "[click](javascript:alert(1))",
    "![pixel](https://evil.example/p.png)",
    "# Heading\n\n* item",
    "`code` **bold** _it_ <b>",
    "|directive| {static}/x {filename}y {attach}z |tag|x",
    "http://evil.example/",
    "a\u2028b\u2029c\u202ed\u0000e\u0008f\u001bg\ufffeh",
    "😀",
    "\\u003cscript\\u003e",
    "]}';alert(1);//",
)

_PIECES = st.one_of(st.sampled_from(ATTACKS), st.text("<>&\"'/=`{}%#![]()\n\\ aé", max_size=12))

hostile_words = st.one_of(
    st.sampled_from(ATTACKS),
    st.text(max_size=40),
    st.lists(_PIECES, max_size=5).map("".join),
)
"""Attacks, anything, and attacks in pieces."""
