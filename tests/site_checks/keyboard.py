"""An open page to what a keyboard cannot reach, or reaches without showing where it is."""

from playwright.sync_api import Page

from site_checks.site import Fault

STOPS = """() => {
  const found = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  const groups = new Set();
  const stops = [...found].filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0)
    .filter((e) => e.type !== "radio" || !groups.has(e.name) && groups.add(e.name));
  window.stopsLeft = new Set(stops);
  return stops.length;
}"""
HERE = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const radios = e.type === "radio" ? [...document.querySelectorAll(`input[name="${e.name}"]`)] : [];
  [e, ...radios].forEach((each) => window.stopsLeft.delete(each));
  const words = e.outerHTML.slice(0, 110);
  const marked = [e, ...(e.labels ?? [])].some((each) => {
    const style = getComputedStyle(each);
    return style.outlineStyle === "auto" || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const boxes = [...e.getClientRects()].filter((box) => box.width && box.height);
  const inside = boxes.some((box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth);
  const seen = boxes.some((box) => {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top && (e.contains(top) || [...(e.labels ?? [])].some((label) => label.contains(top)));
  });
  return { words, marked, inside, seen };
}"""
LEFT = "() => [...window.stopsLeft].map((e) => e.outerHTML.slice(0, 110))"


def keyboard_faults(page: Page, name: str) -> list[Fault]:
    """Every interactive thing that Tab does not reach, or reaches without visible focus, out of sight, or covered."""
    faults: list[Fault] = []
    for _ in range(page.evaluate(STOPS) + 1):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:
            break
        if not here["marked"]:
            faults.append(Fault(name, f"no visible focus on {here['words']}"))
        if not here["inside"] or not here["seen"]:
            faults.append(Fault(name, f"focus is {'covered' if here['inside'] else 'out of sight'} on {here['words']}"))
    return faults + [Fault(name, f"Tab does not reach {words}") for words in page.evaluate(LEFT)]
