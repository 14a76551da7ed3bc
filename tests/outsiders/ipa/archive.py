"""The zip around the bundle."""
import stat
import struct
import zipfile
import zlib


class Files:
    """The files of an archive: name -> bytes, and name -> unix mode (None when the archive was not written as on unix)."""

    def __init__(self, contents, modes):
        self.contents = contents
        self.modes = modes

    def under(self, folder):
        """The files below a folder, named relative to it."""
        length = len(folder)
        return Files({n[length:]: b for n, b in self.contents.items() if n.startswith(folder)},
                     {n[length:]: m for n, m in self.modes.items() if n.startswith(folder)})


def read(path, report):
    """The files of the archive, or None when it is not sound."""
    contents, modes = {}, {}
    with report.check("zip") as fail:
        with open(path, "rb") as stream, zipfile.ZipFile(stream) as archive:
            for entry in archive.infolist():
                name = entry.filename
                if bad_name(name):
                    fail(f"unsafe name {name!r}")
                if name in contents:
                    fail(f"{name} is there twice")
                if entry.is_dir():
                    continue
                mode = entry.external_attr >> 16 if entry.create_system == 3 else None
                if stat.S_ISLNK(mode or 0):
                    fail(f"{name} is a symbolic link")
                if entry.flag_bits & 1:
                    fail(f"{name} is encrypted")
                if not name.isascii() and not entry.flag_bits & 0x800:
                    fail(f"{name} is not marked as UTF-8")
                check_local_header(stream, entry, fail)
                try:
                    contents[name] = archive.read(entry)
                    modes[name] = mode
                except (zipfile.BadZipFile, zlib.error, EOFError) as fault:
                    fail(f"{name}: {fault}")
        return Files(contents, modes)
    return None


def bad_name(name):
    return (not name or name.startswith("/") or "\\" in name or "\0" in name
            or any(part in ("..", ".") for part in name.split("/")) or "//" in name)


def check_local_header(stream, entry, fail):
    """The local header must say what the central directory says (APPNOTE 4.3.7)."""
    stream.seek(entry.header_offset)
    header = stream.read(30)
    signature, _, flags, method, _, _, crc, packed, size, name_length, _ = struct.unpack("<IHHHHHIIIHH", header)
    if signature != 0x04034B50:
        fail(f"{entry.filename} has no local header")
    if method != entry.compress_type:
        fail(f"{entry.filename}: the local header names another compression")
    stored = not flags & 8 and 0xFFFFFFFF not in (packed, size)
    if stored and (crc, packed, size) != (entry.CRC, entry.compress_size, entry.file_size):
        fail(f"{entry.filename}: the local header disagrees with the central directory")
