"""What a drawing is made of. Columns are twelve to the width; rows are as high as what is in them."""
from dataclasses import dataclass, field

# What a line of a card or a link says. SECRET is for cards only: there, private keys are in clear.
ALLOWED, REFUSED, RISK, NEUTRAL, SECRET = "allowed", "refused", "risk", "neutral", "secret"


@dataclass
class Rule:
    kind: str
    text: str
    outcome: str = ""


@dataclass
class Card:
    id: str
    columns: tuple
    icon: str
    title: str
    text: str = ""
    rules: list = field(default_factory=list)
    stacked: bool = False
    """The icon is above the texts instead of before them."""


@dataclass
class Zone:
    title: str
    first: int
    last: int
    columns: tuple = None
    """None: the whole width."""
    title_at: object = "left"
    """`left`, `right`, or the column where it begins."""


@dataclass
class Link:
    source: str
    target: str
    kind: str
    at: float = None
    """The column of a vertical line, or of the vertical part of an elbow."""
    label: str = ""
    """Lines are separated by `|`."""
    elbow: bool = False
    """Leaves the source at its side."""
    into_side: bool = False
    """Enters the target at its side, too."""
    row: int = None
    """The row that the label is beside; None: the gap at the source."""
    both: bool = False


@dataclass
class Drawing:
    path: str
    title: str
    description: str
    rows: list
    zones: list
    links: list
    legend: dict = None
    """What the signs say; None: what they say in a network."""
    gap: int = 16
    """Between two rows without a line or a zone between them."""
    through: int = 40
    """Between two rows with a line, but without a label."""
