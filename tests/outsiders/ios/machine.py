"""Loads a classic (not chained) arm64 Mach-O into unicorn; every import becomes a trap that Python answers."""
import struct
import subprocess

from unicorn import UC_ARCH_ARM64, UC_HOOK_CODE, UC_MODE_ARM, Uc, UcError
from unicorn import arm64_const as arm

from ipa.macho import Image

TRAPS, TRAP_SIZE, HEAP, STACK, ROOM = 0x200000000, 64, 0x300000000, 0x400000000, 0x1000000
RETURN = struct.pack("<I", 0xD65F03C0)
X = [getattr(arm, f"UC_ARM64_REG_X{i}") for i in range(8)]
D = [getattr(arm, f"UC_ARM64_REG_D{i}") for i in range(4)]
LONGEST_CALL = 20_000_000  # instructions


class Fault(Exception):
    """The program did what no real device would take."""


class Machine:
    def __init__(self, path):
        with open(path, "rb") as stream:
            self.image = Image(stream.read())
        self.uc = Uc(UC_ARCH_ARM64, UC_MODE_ARM)
        for base in (TRAPS, HEAP, STACK):
            self.uc.mem_map(base, ROOM)
        self.uc.mem_write(TRAPS, RETURN * (ROOM // 4))
        self.next, self.symbols, self.names, self.error = HEAP, {}, {}, None
        self.uc.reg_write(arm.UC_ARM64_REG_CPACR_EL1, 3 << 20)  # floating point on
        self.uc.reg_write(arm.UC_ARM64_REG_SP, STACK + ROOM - 0x1000)
        for segment in self.image.segments:
            if segment.name == "__PAGEZERO" or not segment.vmsize:
                continue
            self.uc.mem_map(segment.vmaddr, (segment.vmsize + 0x3FFF) & ~0x3FFF)
            self.uc.mem_write(segment.vmaddr, self.image.data[segment.fileoff:segment.fileoff + segment.filesize])
        self.stop = self.symbol("(stop)")
        for address, addend, name in binds(path):
            self.write64(address, self.symbol(name) + addend)
        self.on_trap = None
        self.uc.hook_add(UC_HOOK_CODE, self._trap, begin=TRAPS, end=TRAPS + ROOM - 1)

    def symbol(self, name):
        """The address that stands for an imported symbol, as code (it returns) and as data."""
        if name not in self.symbols:
            address = TRAPS + TRAP_SIZE * len(self.symbols)
            self.symbols[name], self.names[address] = address, name
        return self.symbols[name]

    def _trap(self, uc, address, _size, _data):
        if address == self.stop or address not in self.names:
            return
        try:
            self.on_trap(self.names[address])
        except Exception as fault:  # An exception does not travel through unicorn.
            self.error = fault if isinstance(fault, Fault) else Fault(f"{self.names[address]}: {type(fault).__name__}: {fault}")
            uc.emu_stop()

    def call(self, address, *arguments):
        for register, value in zip(X, arguments):
            self.uc.reg_write(register, value & (1 << 64) - 1)
        self.uc.reg_write(arm.UC_ARM64_REG_LR, self.stop)
        try:
            self.uc.emu_start(address, self.stop, count=LONGEST_CALL)
        except UcError as fault:
            raise Fault(f"{fault} at {self.uc.reg_read(arm.UC_ARM64_REG_PC):#x}") from fault
        if self.error:
            raise self.error
        return self.uc.reg_read(X[0])

    def jump(self, address):
        self.uc.reg_write(arm.UC_ARM64_REG_PC, address)

    def x(self, index):
        return self.uc.reg_read(X[index])

    def set_x(self, index, value):
        self.uc.reg_write(X[index], int(value) & (1 << 64) - 1)

    def d(self, count):
        """The first numbers with a fraction."""
        return [struct.unpack("<d", struct.pack("<Q", self.uc.reg_read(register)))[0] for register in D[:count]]

    def set_d(self, values):
        for register, value in zip(D, values):
            self.uc.reg_write(register, struct.unpack("<Q", struct.pack("<d", value))[0])

    def stacked(self, index):
        """A variable argument: Apple's arm64 passes them on the stack."""
        return self.read64(self.uc.reg_read(arm.UC_ARM64_REG_SP) + 8 * index)

    def allocate(self, size):
        address, self.next = self.next, self.next + ((size + 31) & ~15)
        if self.next > HEAP + ROOM:
            raise Fault("out of memory")
        return address

    def read(self, address, size):
        return bytes(self.uc.mem_read(address, size))

    def read32(self, address):
        return struct.unpack("<I", self.read(address, 4))[0]

    def read64(self, address):
        return struct.unpack("<Q", self.read(address, 8))[0]

    def write(self, address, data):
        self.uc.mem_write(address, bytes(data))

    def write64(self, address, value):
        self.write(address, struct.pack("<Q", value & (1 << 64) - 1))

    def text(self, address):
        result = b""
        while b"\0" not in result:
            result += self.read(address + len(result), 16)
        return result[:result.index(b"\0")].decode()

    def new_text(self, text):
        data = text.encode() + b"\0"
        address = self.allocate(len(data))
        self.write(address, data)
        return address

    def section(self, name):
        """(address, size) of a section, or (0, 0)."""
        at = self.image.data.find(name.encode().ljust(16, b"\0"), 0, self.image.commands_end)
        return struct.unpack_from("<2Q", self.image.data, at + 32) if at >= 0 else (0, 0)

    @property
    def entry(self):
        """LC_MAIN's offset (loader.h: entry_point_command)."""
        at = 32
        while at < self.image.commands_end:
            command, size = struct.unpack_from("<2I", self.image.data, at)
            if command == 0x80000028:
                return self.image.segment("__TEXT").vmaddr + struct.unpack_from("<Q", self.image.data, at + 8)[0]
            at += size
        raise Fault("there is no LC_MAIN")


def binds(path):
    """(address, addend, symbol) of every bind, as llvm-objdump reads them."""
    output = subprocess.run(["llvm-objdump", "--macho", "--bind", "--lazy-bind", "--weak-bind", path],
                            capture_output=True, text=True, check=True).stdout
    table = None
    for line in output.splitlines():
        words = line.split()
        if line.endswith("table:"):
            table = line
        elif len(words) >= 5 and words[2].startswith("0x"):
            addend = 0 if table.startswith("Lazy") else int(words[4])
            yield int(words[2], 16), addend, next(w for w in reversed(words) if not w.startswith("("))
