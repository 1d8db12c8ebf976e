"""Jinja made faster, with the same pages, by two classes that its environment allows to replace.

It uses that most values on a page have nothing to escape, and most functions it calls take no context.
"""

from types import FunctionType, MethodType
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
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
    """Compiles templates as Jinja does, but to call `escaped` for what they print."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class PlainCalls(Context):
    """A context that calls functions at once that are known to take no context; Jinja checks that at each call."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What the callable gives."""
        if type(called) is Macro:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(self.eval_ctx, *args, **kwargs)
        function = called.__func__ if type(called) is MethodType else called
        if type(function) is not FunctionType or "jinja_pass_arg" in function.__dict__:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return called(*args, **kwargs)


def print_plainly(env: Environment) -> None:
    """Let an environment print and call so."""
    env.code_generator_class = PlainOutput
    env.context_class = PlainCalls
    env.escaped = escaped  # type: ignore[attr-defined]
