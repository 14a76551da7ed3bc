"""How wide texts are at most. The widths are those of DejaVu Sans, in hundredths of the font size: the fonts that browsers take for
`system-ui` and `sans-serif` on other systems are narrower, so that a text that fits here fits there."""

REGULAR = {
    27: "'", 28: "ijl", 29: "IJ", 32: " ,.·’", 34: "/:;\\|", 35: "f", 36: "-", 39: "()[]t", 40: "!", 41: "r", 46: '"', 50: "*_`", 52: "sz",
    53: "?", 55: "c", 56: "L", 58: "Fk", 59: "vxy", 60: "P", 61: "TYao", 62: "e", 63: "ESbdghnpqu", 64: "$0123456789{}", 66: "K", 68: "AV",
    69: "BRXZ", 70: "C", 73: "U", 75: "HN", 77: "DG", 78: "&", 79: "OQ", 82: "w", 84: "#+<=>^~", 86: "M", 95: "%", 97: "m", 99: "W", 100: "@…",
}
BOLD = {
    31: "'", 34: "ijl", 35: " ", 37: "/IJ\\|", 38: ",.·’", 40: ":;", 42: "-", 44: "f", 46: "!()[]", 48: "t", 49: "r", 50: "_`", 52: '"*',
    58: "?z", 59: "c", 60: "s", 64: "L", 65: "vxy", 67: "ak", 68: "EFTe", 69: "o", 70: "$0123456789", 71: "hnu{}", 72: "SYbdgpq", 73: "CPZ",
    76: "B", 77: "AKRVX", 81: "U", 82: "G", 83: "D", 84: "#+<=>HN^~", 85: "OQ", 87: "&", 92: "w", 100: "%@M…", 104: "m", 110: "W",
}
WIDTHS = {bold: {c: width for width, characters in table.items() for c in characters} for bold, table in ((False, REGULAR), (True, BOLD))}
SLACK = 1.01


def width(text, size, bold=False):
    return sum(WIDTHS[bold][c] for c in text) * size / 100 * SLACK


def wrap(text, size, room, bold=False):
    """Lines of a text, broken at blanks, none of them wider than the room."""
    lines = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    for line in lines:
        if width(line, size, bold) > room:
            raise ValueError(f'"{line}" is {width(line, size, bold):.0f} wide and has room for {room:.0f}')
    return lines
