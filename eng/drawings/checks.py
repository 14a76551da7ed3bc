"""What a drawing must not do: texts and signs leave no box, meet no line and no other text, and lines cross no card."""
from model import REFUSED
from shapes import BADGE, MARGIN, WIDTH, Box, segments

CLEAR, CLEAR_OF_CROSS = 5, 9


def check(layout):
    parts = [(link, part) for link, points in layout.paths for part in segments(points)]
    for number, text in enumerate(layout.texts):
        fault = text_fault(layout, text, layout.texts[number + 1:], parts)
        if fault:
            raise ValueError(f'{layout.drawing.path}: "{text.text}" {fault}')
    for link, part in parts:
        way = f"{layout.drawing.path}: the line {link.source} -> {link.target}"
        for _, x, y in layout.badges:
            if part.meets(Box(x - BADGE, y - BADGE, x + BADGE, y + BADGE), 2):
                raise ValueError(f"{way} meets the sign at {x:.0f}, {y:.0f}")
        for id, card in layout.cards.items():
            if part.meets(card, -1):
                raise ValueError(f"{way} crosses {id}")


def text_fault(layout, text, others, parts):
    box = text.box
    if box.left < MARGIN + 2 or box.right > WIDTH - MARGIN - 2:
        return "leaves the drawing"
    for other in others:
        if box.meets(other.box):
            return f'meets "{other.text}"'
    for link, part in parts:
        if box.meets(part, CLEAR_OF_CROSS if link.kind == REFUSED else CLEAR):
            return f"meets the line {link.source} -> {link.target}"
    for id, card in layout.cards.items():
        if box.meets(card) and not card.holds(box):
            return f"crosses the border of {id}"
    if any(box.meets(zone) and not zone.holds(box) for zone, _ in layout.zones):
        return "crosses the border of a zone"
    return None
