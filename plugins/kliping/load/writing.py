"""Additions to a YAML file that leave everything else as a person wrote it."""

import yaml

from kliping.load.nodes import child_of


def with_item(text: str, key: str, item: str) -> str:
    """The text of a file with one item more in the list under a key; a missing key is added.

    >>> with_item("added: 2024-08-19  # by hand\\n", "formerly", "a")
    'added: 2024-08-19  # by hand\\nformerly: [a]\\n'
    >>> with_item("formerly: [a]  # once\\n", "formerly", "b"), with_item("formerly:\\n  - a\\nlang: id\\n", "formerly", "b")
    ('formerly: [a, b]  # once\\n', 'formerly:\\n  - a\\n  - b\\nlang: id\\n')
    """
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    found = child_of(root, key)
    if found is None:
        return _with_key(text, root, f"{key}: [{item}]")
    node = found[1]
    if not (isinstance(node, yaml.SequenceNode) and node.value):
        return f"{text[: node.start_mark.index]}[{item}]{text[node.end_mark.index :]}"
    end = node.value[-1].end_mark.index
    before = ", " if node.flow_style else f"\n{' ' * node.start_mark.column}- "
    return f"{text[:end]}{before}{item}{text[end:]}"


def _with_key(text: str, root: yaml.Node | None, words: str) -> str:
    """The text with one key more: inside its braces if it has some, else on a line of its own."""
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        end = root.end_mark.index - 1
        return f"{text[:end]}{', ' if root.value else ''}{words}{text[end:]}"
    begun = text if not text or text.endswith("\n") else f"{text}\n"
    return f"{begun}{words}\n"
