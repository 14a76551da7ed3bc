"""A thin arm64 Mach-O: the load commands that a signature depends on (xnu EXTERNAL_HEADERS/mach-o/loader.h)."""
import os
import struct
import tempfile

from macholib.MachO import MachO as SecondReader

MH_MAGIC_64 = 0xFEEDFACF
CPU_TYPE_ARM64 = 0x0100000C
MH_EXECUTE, MH_DYLIB, MH_BUNDLE = 2, 6, 8
MH_PIE = 0x200000
LC_SEGMENT_64, LC_CODE_SIGNATURE, LC_ENCRYPTION_INFO_64, LC_BUILD_VERSION = 0x19, 0x1D, 0x2C, 0x32
PLATFORM_IOS = 2


class Segment:
    def __init__(self, data, at):
        self.name = data[at + 8:at + 24].rstrip(b"\0").decode()
        (self.vmaddr, self.vmsize, self.fileoff, self.filesize) = struct.unpack_from("<4Q", data, at + 24)
        self.section_count = struct.unpack_from("<I", data, at + 64)[0]
        self.section_offsets = [struct.unpack_from("<I", data, at + 72 + 80 * i + 48)[0] for i in range(self.section_count)]


class Image:
    def __init__(self, data):
        self.data = data
        magic, self.cpu, _, self.kind, count, size, self.flags, _ = struct.unpack_from("<8I", data)
        if magic != MH_MAGIC_64:
            raise ValueError(f"not a thin 64-bit Mach-O (magic {magic:#x})")
        self.commands_end = 32 + size
        self.segments, self.signatures, self.build, self.cryptid = [], [], None, 0
        at = 32
        for _ in range(count):
            command, length = struct.unpack_from("<2I", data, at)
            if length < 8 or length % 8 or at + length > self.commands_end:
                raise ValueError(f"load command {command:#x} has the bad size {length}")
            self._take(command, at)
            at += length
        if at != self.commands_end:
            raise ValueError("sizeofcmds is not the sum of the load commands")

    def _take(self, command, at):
        if command == LC_SEGMENT_64:
            self.segments.append(Segment(self.data, at))
        elif command == LC_CODE_SIGNATURE:
            self.signatures.append(struct.unpack_from("<2I", self.data, at + 8))
        elif command == LC_ENCRYPTION_INFO_64:
            self.cryptid = struct.unpack_from("<I", self.data, at + 16)[0]
        elif command == LC_BUILD_VERSION:
            platform, minos = struct.unpack_from("<2I", self.data, at + 8)
            self.build = (platform, (minos >> 16, minos >> 8 & 255))

    def segment(self, name):
        return next((s for s in self.segments if s.name == name), None)

    @property
    def signature(self):
        """The bytes that LC_CODE_SIGNATURE names."""
        offset, size = self.signatures[0]
        return self.data[offset:offset + size]


def check(image, fail, is_main, minimum_version=None):
    """The layout that the kernel asks of a signed image (xnu bsd/kern/mach_loader.c)."""
    data = image.data
    if image.cpu != CPU_TYPE_ARM64:
        fail(f"CPU type {image.cpu:#x} is not arm64")
    if image.kind != MH_EXECUTE if is_main else image.kind not in (MH_EXECUTE, MH_DYLIB, MH_BUNDLE):
        fail(f"file type {image.kind} does not fit")
    if is_main and not image.flags & MH_PIE:
        fail("it is not position independent")
    if image.cryptid:
        fail("it is encrypted")
    if image.build is None or image.build[0] != PLATFORM_IOS:
        fail(f"LC_BUILD_VERSION does not name the platform iOS: {image.build}")
    elif minimum_version and image.build[1] != tuple(int(p) for p in (minimum_version + ".0").split(".")[:2]):
        fail(f"it says iOS {image.build[1]}, Info.plist says {minimum_version}")
    check_segments(image, fail)
    if len(image.signatures) != 1:
        fail(f"{len(image.signatures)} LC_CODE_SIGNATURE commands")
        return
    offset, size = image.signatures[0]
    linkedit = image.segment("__LINKEDIT")
    if offset % 16:
        fail(f"the signature starts at {offset}, which is not a multiple of 16")
    if offset + size != len(data):
        fail(f"the signature ends at {offset + size}, the file at {len(data)}")
    if linkedit is None or linkedit is not max(image.segments, key=lambda s: s.fileoff + s.filesize):
        fail("__LINKEDIT is not the last segment of the file")
    elif linkedit.fileoff + linkedit.filesize != len(data) or offset < linkedit.fileoff:
        fail("__LINKEDIT does not cover the signature")
    second_opinion(data, fail)


def check_segments(image, fail):
    end_of_file = end_of_memory = 0
    for segment in image.segments:
        if segment.fileoff + segment.filesize > len(image.data):
            fail(f"{segment.name} reaches beyond the file")
        if segment.filesize and segment.fileoff < end_of_file:
            fail(f"{segment.name} overlaps the segment before it in the file")
        if segment.vmaddr < end_of_memory:
            fail(f"{segment.name} overlaps the segment before it in memory")
        if segment.vmsize < segment.filesize or segment.vmsize % 0x1000 or segment.vmaddr % 0x4000:
            fail(f"{segment.name} has a bad size or address in memory")
        if any(0 < o < image.commands_end for o in segment.section_offsets):
            fail(f"the load commands run into a section of {segment.name}")
        end_of_file = max(end_of_file, segment.fileoff + segment.filesize)
        end_of_memory = segment.vmaddr + segment.vmsize
    text = image.segment("__TEXT")
    if text is None or text.fileoff != 0:
        fail("__TEXT does not start the file")


def second_opinion(data, fail):
    """macholib, which shares nothing with the parser above, must find the same signature command."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "image")
        with open(path, "wb") as stream:
            stream.write(data)
        commands = SecondReader(path).headers[0].commands
    found = [(c.dataoff, c.datasize) for load, c, _ in commands if load.cmd == LC_CODE_SIGNATURE]
    if len(found) != 1 or sum(found[0]) != len(data):
        fail(f"macholib finds other signatures: {found}")
