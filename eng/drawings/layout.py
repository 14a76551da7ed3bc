"""Where everything of a drawing goes. Nothing is placed by hand but columns; what would overlap is an error."""
from checks import check
from model import ALLOWED, NEUTRAL, REFUSED, RISK
from shapes import BADGE, MARGIN, WIDTH, Box, Text
from texts import width, wrap

LEFT, RIGHT = 36, 644
COLUMN = (RIGHT - LEFT) / 12
TEXT, TITLE = 16, 18
LINE, TITLE_LINE, RULE_LINE = 20, 23, 25
PAD = 12
ICON = 40
ZONE_HEAD, ZONE_PAD = 30, 14
LEGEND_HEIGHT = 34
OPEN_MARGIN = 12
LEGEND = {ALLOWED: "allowed", REFUSED: "refused", RISK: "passes, a risk remains"}


def x_of(column):
    return LEFT + column * COLUMN


class Layout:
    def __init__(self, drawing):
        self.drawing = drawing
        self.texts, self.badges, self.icons, self.paths = [], [], [], []
        self.row_of = {card.id: row for row, cards in enumerate(drawing.rows) for card in cards}
        self.cards, self.zones, self.bands = {}, [], []
        self._place_rows()
        self._place_zones()
        for card in (card for cards in drawing.rows for card in cards):
            self._fill(card)
        for link in drawing.links:
            self._connect(link)
        self._place_legend()
        check(self)

    # Rows

    def _place_rows(self):
        rows, y = self.drawing.rows, MARGIN
        for row, cards in enumerate(rows):
            heads, feet = self._depth(row, lambda zone: zone.first), self._depth(row, lambda zone: zone.last)
            top = y + (ZONE_HEAD * heads if heads or row else OPEN_MARGIN)
            height = max(self._height(card) for card in cards)
            for card in cards:
                self.cards[card.id] = Box(x_of(card.columns[0]), top, x_of(card.columns[1]), top + height)
            end = top + height + (ZONE_PAD * feet if feet or row + 1 < len(rows) else OPEN_MARGIN)
            y = end + (self._gap(row) if row + 1 < len(rows) else 0)
            self.bands.append((end, y))
        self.height = y + MARGIN

    def _gap(self, row):
        labels = [len(link.label.split("|")) for link in self.drawing.links
                  if link.label and link.row is None and self._band(link) == row]
        lines = [link for link in self.drawing.links if not link.into_side
                 and min(self._rows(link)) <= row < max(self._rows(link))]
        return max(LINE * max(labels) + 28 if labels else 0, self.drawing.through if lines else self.drawing.gap)

    def _rows(self, link):
        return self.row_of[link.source], self.row_of[link.target]

    def _band(self, link):
        """The gap that a label is in: the one after the source, or before it if the line goes up."""
        source, target = self._rows(link)
        return None if source == target else source if target > source else source - 1

    def _depth(self, row, end):
        zones = [zone for zone in self.drawing.zones if end(zone) == row]
        return max((sum(1 for other in zones if self._holds(other, zone)) for zone in zones), default=0)

    @staticmethod
    def _holds(outer, inner):
        span = lambda zone: zone.columns or (-1, 13)
        return (outer.first <= inner.first and inner.last <= outer.last
                and span(outer)[0] <= span(inner)[0] and span(inner)[1] <= span(outer)[1])

    # Zones

    def _place_zones(self):
        for zone in self.drawing.zones:
            inside = [other for other in self.drawing.zones if other is not zone and self._holds(zone, other)]
            outside = [other for other in self.drawing.zones if other is not zone and self._holds(other, zone)]
            heads = 1 + max((1 for other in inside if other.first == zone.first), default=0)
            feet = 1 + max((1 for other in inside if other.last == zone.last), default=0)
            if not outside:
                heads, feet = self._depth(zone.first, lambda z: z.first), self._depth(zone.last, lambda z: z.last)
            spread = ZONE_PAD if inside else 0
            first, last = zone.columns or (0, 12)
            left = MARGIN if first == 0 and not outside else x_of(first) - 12 - spread
            right = WIDTH - MARGIN if last == 12 and not outside else x_of(last) + 12 + spread
            box = Box(left, self._row(zone.first).top - ZONE_HEAD * heads, right, self._row(zone.last).bottom + ZONE_PAD * feet)
            self.zones.append((box, len(outside)))
            at = {"left": left + 13, "right": right - 13}.get(zone.title_at) or x_of(zone.title_at)
            self._text(zone.title, at, box.top + 21, TEXT, "zone", True, "end" if zone.title_at == "right" else "start")

    def _row(self, row):
        """A card of a row: all of them have the same top and bottom."""
        return self.cards[self.drawing.rows[row][0].id]

    # Cards

    def _room(self, card):
        room = (card.columns[1] - card.columns[0]) * COLUMN - 2 * PAD
        return room if card.stacked or not card.icon else room - ICON - PAD

    def _lines(self, card):
        titles = wrap(card.title, TITLE, self._room(card), True)
        return titles, [line for part in card.text.split("|") for line in wrap(part, TEXT, self._room(card))]

    def _head(self, card):
        titles, lines = self._lines(card)
        texts = TITLE_LINE * len(titles) + LINE * len(lines)
        return ICON + 6 + texts if card.stacked else max(ICON, texts) if card.icon else texts

    def _height(self, card):
        return 2 * PAD + self._head(card) + (RULE_LINE * len(card.rules) + 8 if card.rules else 0)

    def _fill(self, card):
        box = self.cards[card.id]
        titles, lines = self._lines(card)
        top = box.top + (box.bottom - box.top - self._height(card)) / 2 + PAD
        head, texts = self._head(card), TITLE_LINE * len(titles) + LINE * len(lines)
        if card.stacked:
            self.icons.append((card.icon, (box.left + box.right - ICON) / 2, top))
            x, y, anchor = (box.left + box.right) / 2, top + ICON + 6, "middle"
        else:
            if card.icon:
                self.icons.append((card.icon, box.left + PAD, top + (head - ICON) / 2))
            x, y, anchor = box.left + PAD + (ICON + PAD if card.icon else 0), top + (head - texts) / 2, "start"
        for line in titles:
            self._text(line, x, y + 17, TITLE, "title", True, anchor)
            y += TITLE_LINE
        for line in lines:
            self._text(line, x, y + 15, TEXT, "text", False, anchor)
            y += LINE
        y = top + head + 8
        for rule in card.rules:
            self.badges.append((rule.kind, box.left + PAD + BADGE, y + RULE_LINE / 2))
            self._text(rule.text, box.left + PAD + 2 * BADGE + 8, y + RULE_LINE / 2 + 5.5, TEXT, "title")
            if rule.outcome:
                self._text(rule.outcome, box.right - PAD, y + RULE_LINE / 2 + 5.5, TEXT, rule.kind, False, "end")
            y += RULE_LINE

    # Links

    def _connect(self, link):
        source, target = self.cards[link.source], self.cards[link.target]
        above = self.row_of[link.source] < self.row_of[link.target]
        if self.row_of[link.source] == self.row_of[link.target]:
            right = source.right <= target.left
            source, target = self._border(source, target), self._border(target, source)
            points = [(source.right if right else source.left, source.middle), (target.left if right else target.right, source.middle)]
        elif link.elbow:
            x, right = x_of(link.at), x_of(link.at) > source.right
            start = [(source.right if right else source.left, source.middle), (x, source.middle)]
            if link.into_side:
                points = start + [(x, target.middle), (target.left if x < target.left else target.right, target.middle)]
            else:
                points = start + [(x, target.top if above else target.bottom)]
        else:
            x = x_of(link.at)
            points = [(x, source.bottom), (x, target.top)] if above else [(x, source.top), (x, target.bottom)]
            for box in (source, target):
                if not box.left + 8 <= x <= box.right - 8:
                    raise ValueError(f"{link.source} -> {link.target}: column {link.at} is not above both")
        self.paths.append((link, points))
        if link.label:
            self._label(link, points)

    def _border(self, card, other):
        """The zone of a card if it has one row and the other card is not in it, otherwise the card."""
        around = [box for (box, _), zone in zip(self.zones, self.drawing.zones) if zone.first == zone.last and box.holds(card) and not box.holds(other)]
        return Box(around[0].left, card.top, around[0].right, card.bottom) if around else card

    def _label(self, link, points):
        lines = link.label.split("|")
        badge = 0 if link.kind == NEUTRAL else 2 * BADGE + 6
        if len(points) == 2 and points[0][1] == points[1][1]:
            x = (points[0][0] + points[1][0]) / 2
            x -= (max(width(line, TEXT) for line in lines) + badge) / 2
            top = points[0][1] - 8 - LINE * len(lines)
        else:
            upright = points[-3] if link.into_side else points[-2]
            band = self.bands[self._band(link)]
            middle = self._row(link.row).middle if link.row is not None else sum(band) / 2
            x, top = upright[0] + (15 if link.kind == REFUSED else 11), middle - LINE * len(lines) / 2
        if badge:
            self.badges.append((link.kind, x + BADGE, top + LINE / 2))
        for number, line in enumerate(lines):
            self._text(line, x + badge, top + LINE * number + 15.5, TEXT, link.kind)

    def _text(self, *values):
        self.texts.append(Text(*values))

    def _place_legend(self):
        used = {it.kind for it in self.drawing.links + [rule for cards in self.drawing.rows for card in cards for rule in card.rules]}
        legend = self.drawing.legend or {kind: text for kind, text in LEGEND.items() if kind in used and REFUSED in used}
        x, y = 22, self.height + LEGEND_HEIGHT / 2 - 6
        for kind, text in legend.items():
            self.badges.append((kind, x + BADGE, y))
            self._text(text, x + 2 * BADGE + 6, y + 5.5, TEXT, kind)
            x += 2 * BADGE + 6 + width(text, TEXT) + 24
        self.height += LEGEND_HEIGHT if legend else 0
