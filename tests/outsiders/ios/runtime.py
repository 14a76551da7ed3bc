"""The Objective-C runtime: classes of the image are read from it, those of the platform are mocks."""
import re

from .foundation import ANSWERS, FUNCTIONS
from .machine import Fault

POINTER_BITS = 0x0000FFFFFFFFFFF8
SMALL_METHODS = 0x80000000
SCREEN = (0.0, 0.0, 390.0, 844.0)


class Class:
    def __init__(self, name, parent, size, methods):
        self.name, self.parent, self.size, self.methods = name, parent, size, methods


class Object:
    """Something whose methods live in Python. value is the Python value of a string, number, list and so on."""

    def __init__(self, kind, value=None):
        self.kind, self.value, self.properties = kind, value, {}


# Selectors whose first arguments are numbers with a fraction or rectangles: how many arguments, and how many registers d0, d1, ...
# they take (AAPCS64: a rectangle is four doubles).
FLOATING = {
    "colorWithRed:green:blue:alpha:": (4, 4),
    "initWithFrame:": (1, 4),
    "initWithFrame:configuration:": (1, 4),
    "animateWithDuration:animations:completion:": (1, 1),
}


class Runtime:
    def __init__(self, machine, web):
        self.machine, self.web, self.trace, self.queue = machine, web, [], []
        self.classes, self.objects, self.files, self.delegate = {}, {}, {}, None
        self.shared = {}
        machine.on_trap = self._import
        start, size = machine.section("__objc_classlist")
        for at in range(start, start + size, 8):
            self._read_class(machine.read64(at) & POINTER_BITS)

    def log(self, line):
        self.trace.append(line)

    # Classes

    def _read_class(self, address):
        m = self.machine
        data, meta = m.read64(address + 32) & POINTER_BITS, m.read64(address) & POINTER_BITS
        name = m.text(m.read64(data + 24))
        size = m.read32(data + 8)
        parent = m.read64(address + 8)
        self.classes[address] = Class(name, parent, size, self._methods(m.read64(data + 32)))
        self.classes[meta] = Class(name, m.read64(meta + 8), 0, self._methods(m.read64((m.read64(meta + 32) & POINTER_BITS) + 32)))

    def _methods(self, address):
        m, result = self.machine, {}
        if not address:
            return result
        flags, count = m.read32(address), m.read32(address + 4)
        for i in range(count):
            if flags & SMALL_METHODS:
                at = address + 8 + 12 * i
                name, imp = m.read64(relative(m, at)), relative(m, at + 8)
            else:
                at = address + 8 + 24 * i
                name, imp = m.read64(at), m.read64(at + 16)
            result[m.text(name)] = imp
        return result

    def class_named(self, name):
        own = next((a for a, c in self.classes.items() if c.name == name and c.size), None)
        return own or self.machine.symbol("_OBJC_CLASS_$_" + name)

    def platform_class(self, address):
        name = self.machine.names.get(address, "")
        return name.split("$_", 1)[1] if name.startswith(("_OBJC_CLASS_$_", "_OBJC_METACLASS_$_")) else None

    def find(self, address, selector):
        """The implementation of a selector in a class of the image or its parents, or None."""
        while address in self.classes:
            if selector in self.classes[address].methods:
                return self.classes[address].methods[selector]
            address = self.classes[address].parent
        return None

    # Objects

    def create(self, class_address):
        own = self.classes.get(class_address)
        address = self.machine.allocate(own.size if own else 16)
        self.machine.write64(address, class_address)
        kind = own.name if own else self.platform_class(class_address)
        if kind is None:
            raise Fault(f"alloc of what is no class: {class_address:#x}")
        empty = {"NSMutableArray": list, "NSMutableDictionary": dict, "NSMutableData": bytearray}.get(kind)
        self.objects[address] = Object(kind, empty() if empty else None)
        return address

    def mock(self, kind, value=None, **properties):
        address = self.create(self.class_named(kind))
        self.objects[address].value = value
        self.objects[address].properties = properties
        return address

    def wrap(self, value):
        """An object for a Python value; 0 for None."""
        for kind, name in ((bool, "NSNumber"), (int, "NSNumber"), (float, "NSNumber"), (str, "NSString"), (bytes, "NSData"),
                           (bytearray, "NSMutableData"), (list, "NSArray"), (dict, "NSDictionary")):
            if isinstance(value, kind):
                return self.mock(name, value)
        return 0

    def value(self, address):
        """The Python value of an object: of a mock, or of a constant string in the image."""
        if address in self.objects:
            return self.objects[address].value
        m = self.machine
        if self._constant_string(address):
            length = m.read64(address + 24)
            wide = m.read64(address + 8) & 0x10
            data = m.read(m.read64(address + 16), length * 2 if wide else length)
            return data.decode("utf-16-le" if wide else "utf-8")
        return None

    def _constant_string(self, address):
        return self._isa(address) == self.machine.symbols.get("___CFConstantStringClassReference", -1)

    def _isa(self, address):
        try:
            return self.machine.read64(address)
        except Exception:  # Not mapped: not an object.
            return None

    def describe(self, address):
        if address == 0:
            return "nil"
        value = self.value(address)
        if isinstance(value, (bytes, bytearray)):
            return f"<{len(value)} bytes {bytes(value[:16])!r}>"
        if isinstance(value, dict):
            return "{" + ", ".join(f"{k}: {v}" for k, v in sorted(value.items())) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.describe(v) for v in value) + "]"
        if value is not None:
            return f'"{value}"' if isinstance(value, str) else str(value)
        if address in self.objects:
            properties = self.objects[address].properties
            return f"<{self.objects[address].kind}{' ' + self.describe(properties['URL']) if 'URL' in properties else ''}>"
        if address in self.classes or self.platform_class(address):
            return (self.classes[address].name if address in self.classes else self.platform_class(address)) + ".class"
        isa = self._isa(address)
        if isa is not None and self.machine.names.get(isa, "").startswith("__NSConcrete"):
            return "<block>"
        return str(address) if address < 1 << 16 else "<pointer>"

    # Messages

    def send(self, receiver, selector, *arguments):
        """Sends a message from outside and runs what it queued."""
        imp = self.find(self._isa(receiver), selector)
        if imp is None:
            self.log(f"! {self.describe(receiver)} does not answer {selector}")
            return 0
        self.log(f"> {self.describe(receiver)} {selector}")
        result = self.machine.call(imp, receiver, self.machine.new_text(selector), *arguments)
        self.drain()
        return result

    def drain(self):
        while self.queue:
            invoke, arguments = self.queue.pop(0)
            self.machine.call(invoke, *arguments)

    def later(self, block, *arguments):
        block = self.copy_block(block)
        self.queue.append((self.machine.read64(block + 16), (block, *arguments)))

    def callback(self, name):
        """A block for the program to call; the call is logged with its first argument."""
        m = self.machine
        block = m.allocate(32)
        m.write64(block, m.symbol("__NSConcreteGlobalBlock"))
        m.write64(block + 8, 1 << 28)  # BLOCK_IS_GLOBAL (Block-ABI-Apple)
        m.write64(block + 16, m.symbol(f"(callback {name})"))
        return block

    def copy_block(self, block):
        m = self.machine
        if block == 0 or m.names.get(m.read64(block)) != "__NSConcreteStackBlock":
            return block
        size = m.read64(m.read64(block + 24) + 8)
        copy = m.allocate(size)
        m.write(copy, m.read(block, size))
        m.write64(copy, m.symbol("__NSConcreteMallocBlock"))
        return copy

    def message(self, receiver, selector, start):
        """objc_msgSend: into the image when it has the method, else answered here. start is the class to look in."""
        m = self.machine
        if receiver == 0:
            m.set_x(0, 0)
            m.set_d((0.0,) * 4)
            return
        imp = self.find(start, selector)
        if imp is not None:
            m.jump(imp)
            return
        arguments = [m.x(2 + i) for i in range(min(selector.count(":") - FLOATING.get(selector, (0, 0))[0], 6))]
        m.set_x(0, self.answer(receiver, selector, arguments) or 0)

    def answer(self, receiver, selector, arguments):
        is_class = receiver in self.classes or self.platform_class(receiver) is not None
        if not is_class and receiver not in self.objects and not self._constant_string(receiver):
            raise Fault(f"{selector} is sent to {self.describe(receiver)}, which is no object")
        known = ANSWERS.get(selector)
        if known:
            result = known(self, receiver, arguments)
            if result is not NotImplemented:
                return result
        fractions = [f"{number:.4g}" for number in self.machine.d(FLOATING.get(selector, (0, 0))[1])]
        shown = ", ".join(fractions + [self.describe(argument) for argument in arguments])
        self.log(f"{'+' if is_class else '-'}[{self.describe(receiver)} {selector}]" + (f" {shown}" if shown else ""))
        if is_class:
            return self.shared.setdefault((receiver, selector), self.create(receiver)) if not arguments else self.create(receiver)
        if selector.startswith("init"):
            return receiver
        properties = self.objects[receiver].properties if receiver in self.objects else {}
        setter = re.fullmatch(r"set([A-Z])(\w*):", selector)
        if setter:
            properties[setter[1].lower() + setter[2]] = arguments[0]
            return 0
        if selector in ("bounds", "frame"):
            self.machine.set_d(SCREEN)
        return properties.get(selector, 0)

    # Imports

    def _import(self, name):
        m = self.machine
        if name.startswith("_objc_msgSendSuper2"):
            receiver, current = m.read64(m.x(0)), m.read64(m.x(0) + 8)
            m.set_x(0, receiver)
            self.message(receiver, m.text(m.x(1)), self.classes[current].parent)
        elif name == "_objc_msgSend":
            self.message(m.x(0), m.text(m.x(1)), self._isa(m.x(0)) if m.x(0) else 0)
        elif name in ("_objc_alloc_init", "_objc_opt_new"):
            made = self.create(m.x(0))
            m.set_x(0, made)
            m.set_x(1, m.new_text("init"))
            self.message(made, "init", self._isa(made))
        elif name.startswith("(callback "):
            self.log(f"{name[1:-1]}: {self.describe(m.x(1))}")
        elif name in FUNCTIONS:
            result = FUNCTIONS[name](self, m)
            if result is not None:
                m.set_x(0, result)
        else:
            raise Fault(f"{name} is called, and nothing here answers it")


def relative(machine, address):
    offset = machine.read32(address)
    return address + offset - ((offset & 0x80000000) << 1)
