"""A layout as SVG. The background is part of it: GitHub's theme and that of the system, which `prefers-color-scheme` asks for, may differ."""
from html import escape

from icons import ICONS
from shapes import BADGE, WIDTH

ARROW = 11

LIGHT = dict(back="#ffffff", frame="#d0d7de", zone="#eff4fa", inner="#dfe8f2", card="#ffffff", line="#6e7781", strong="#1f2328", muted="#4d5661",
             icon="#0a58b0", tint="#ddeafb", allowed="#13703a", refused="#c01c28", risk="#8a5300", neutral="#3d4a5c", sign="#ffffff")
DARK = dict(back="#0d1117", frame="#30363d", zone="#161c25", inner="#202936", card="#0d1117", line="#7d8794", strong="#e8edf3", muted="#aab4c0",
            icon="#7ab7ff", tint="#16304f", allowed="#4ccb6b", refused="#ff7b72", risk="#e3a63a", neutral="#b4c0cf", sign="#0d1117")

RULES = """text{{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}}
.back{{fill:{back};stroke:{frame}}}.z0{{fill:{zone};stroke:{frame}}}.z1{{fill:{inner};stroke:{frame}}}.card{{fill:{card};stroke:{line};stroke-width:1.4}}
.i,.l{{stroke:{icon};stroke-width:2;stroke-linecap:round;stroke-linejoin:round;fill:none}}.i{{fill:{tint}}}.d{{fill:{icon}}}
.title{{fill:{strong}}}.text{{fill:{muted}}}.zone{{fill:{muted}}}
.allowed{{fill:{allowed}}}.refused{{fill:{refused}}}.risk{{fill:{risk}}}.neutral{{fill:{neutral}}}.secret{{fill:{risk}}}
path.way{{fill:none;stroke-width:3}}.way.allowed{{stroke:{allowed}}}.way.refused{{stroke:{refused};stroke-dasharray:8 6}}
.way.risk{{stroke:{risk};stroke-dasharray:14 4 3 4}}.way.neutral{{stroke:{neutral};stroke-width:2.2}}
.cross{{fill:none;stroke:{refused};stroke-width:3.6;stroke-linecap:round}}.sign{{fill:none;stroke:{sign};stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}}"""

SIGNS = {"allowed": "M-4.2 .3l2.9 3.2 5.5-6.5", "refused": "M-3.5-3.5l7 7M3.5-3.5l-7 7", "risk": "M0-5v5.5M0 4.3v.2", "secret": "M-1 0a2.2 2.2 0 1 1-4.4 0a2.2 2.2 0 1 1 4.4 0h6v2.8M2.5 0v2.4"}


def style():
    light, dark = RULES.format(**LIGHT), RULES.split("\n", 1)[1].format(**DARK)
    return f"<style>{light}\n@media (prefers-color-scheme:dark){{{dark}}}</style>"


def number(value):
    return f"{round(value, 1):g}"


def box(shape, style, radius):
    return (f'<rect x="{number(shape.left)}" y="{number(shape.top)}" width="{number(shape.right - shape.left)}" '
            f'height="{number(shape.bottom - shape.top)}" rx="{radius}" class="{style}"/>')


def text(it):
    bold = ' font-weight="600"' if it.bold else ""
    anchor = "" if it.anchor == "start" else f' text-anchor="{it.anchor}"'
    return f'<text x="{number(it.x)}" y="{number(it.baseline)}" font-size="{it.size}"{bold}{anchor} class="{it.style}">{escape(it.text, False)}</text>'


def icon(name, x, y):
    return f'<g transform="translate({number(x)} {number(y)})">' + "".join(f'<path class="{style}" d="{path}"/>' for style, path in ICONS[name]) + "</g>"


def badge(kind, x, y):
    return f'<g transform="translate({number(x)} {number(y)})"><circle r="{BADGE}" class="{kind}"/><path class="sign" d="{SIGNS[kind]}"/></g>'


def towards(end, before, distance):
    """The point that is some way before the end of a line."""
    (x, y), (bx, by) = end, before
    return x + (0 if bx == x else distance if bx > x else -distance), y + (0 if by == y else distance if by > y else -distance)


def head(end, before, kind):
    x, y = towards(end, before, ARROW)
    side = ARROW * 0.6
    ends = [(x - side, y), (x + side, y)] if end[0] == before[0] else [(x, y - side), (x, y + side)]
    return f'<path class="{kind}" d="M{number(end[0])} {number(end[1])}' + "".join(f"L{number(a)} {number(b)}" for a, b in ends) + 'z"/>'


def way(link, points):
    end, parts = points[-1], []
    if link.kind == "refused":
        x, y = towards(end, points[-2], 15)
        parts.append(f'<path class="cross" d="M{number(x - 7)} {number(y - 7)}l14 14m0-14l-14 14"/>')
        points = points[:-1] + [towards(end, points[-2], 24)]
    else:
        parts.append(head(end, points[-2], link.kind))
        points = points[:-1] + [towards(end, points[-2], ARROW - 1)]
    if link.both:
        parts.append(head(points[0], points[1], link.kind))
        points = [towards(points[0], points[1], ARROW - 1)] + points[1:]
    line = f"M{number(points[0][0])} {number(points[0][1])}"
    for before, corner, after in zip(points, points[1:], points[2:]):
        start, stop = towards(corner, before, 10), towards(corner, after, 10)
        line += f"L{number(start[0])} {number(start[1])}Q{number(corner[0])} {number(corner[1])} {number(stop[0])} {number(stop[1])}"
    line += f"L{number(points[-1][0])} {number(points[-1][1])}"
    return f'<path class="way {link.kind}" d="{line}"/>' + "".join(parts)


def svg(layout):
    height = number(layout.height)
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" aria-labelledby="t d">',
             f'<title id="t">{escape(layout.drawing.title)}</title>', f'<desc id="d">{escape(layout.drawing.description)}</desc>', style(),
             f'<rect x="1" y="1" width="{WIDTH - 2}" height="{number(layout.height - 2)}" rx="14" class="back"/>']
    lines += [box(shape, f"z{depth}", 14) for shape, depth in layout.zones]
    lines += [way(link, points) for link, points in layout.paths]
    lines += [box(card, "card", 9) for card in layout.cards.values()]
    lines += [icon(*it) for it in layout.icons] + [badge(*it) for it in layout.badges] + [text(it) for it in layout.texts]
    return "\n".join(lines) + "\n</svg>\n"
