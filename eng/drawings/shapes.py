"""Rectangles, texts and parts of lines: what a layout places and its checks compare."""
from dataclasses import dataclass

from texts import width

WIDTH = 680
MARGIN = 10
BADGE = 9
"""The radius of a sign."""


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self):
        return (self.top + self.bottom) / 2

    def holds(self, other):
        return self.left <= other.left and other.right <= self.right and self.top <= other.top and other.bottom <= self.bottom

    def meets(self, other, distance=0):
        return (self.left < other.right + distance and other.left < self.right + distance
                and self.top < other.bottom + distance and other.top < self.bottom + distance)


@dataclass(frozen=True)
class Text:
    text: str
    x: float
    baseline: float
    size: int
    style: str
    bold: bool = False
    anchor: str = "start"

    @property
    def box(self):
        wide = width(self.text, self.size, self.bold)
        left = {"start": self.x, "middle": self.x - wide / 2, "end": self.x - wide}[self.anchor]
        return Box(left, self.baseline - self.size * 0.78, left + wide, self.baseline + self.size * 0.24)


def segments(points):
    """The straight parts of a line."""
    for (x1, y1), (x2, y2) in zip(points, points[1:]):
        yield Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
