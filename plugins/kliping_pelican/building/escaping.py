"""What templates print, escaped without an object for each value: on a page most values hold nothing to escape."""

from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, escape


def escaped(value: object) -> str:
    """The same text as markupsafe's `escape` gives, as a plain string where it can be.

    >>> escaped("a < b"), escaped(Markup("<b>")), escaped(3)
    (Markup('a &lt; b'), Markup('<b>'), Markup('3'))
    """
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    return value if type(value) is Markup else escape(value)


class PlainOutput(CodeGenerator):
    """Compiles templates to call `escaped` for what they print, and nothing else than Jinja does."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


def print_plainly(env: Environment) -> None:
    """Let an environment's templates print with `escaped`."""
    env.code_generator_class = PlainOutput
    env.escaped = escaped  # type: ignore[attr-defined]
