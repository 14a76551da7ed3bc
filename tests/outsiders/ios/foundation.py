"""What the mocked platform answers: C functions by symbol, methods by selector. Everything else is logged and answered with nil."""
import json
import os


def path_of(runtime, path):
    """The bundle is /App; its www folder is the folder of the web files."""
    if path.startswith("/App/www/"):
        return os.path.join(runtime.web, path[9:])
    return os.path.join(os.path.dirname(os.path.abspath(runtime.web)), path[5:]) if path.startswith("/App/") else path


def load(runtime, path):
    try:
        with open(path_of(runtime, path), "rb") as stream:
            return stream.read()
    except OSError:
        return None


# Methods: (runtime, receiver, arguments) -> result, or NotImplemented to fall back to the general answer.

def of_value(compute):
    def answer(runtime, receiver, arguments):
        value = runtime.value(receiver)
        return NotImplemented if value is None else runtime.wrap(compute(value, *map(runtime.value, arguments)))
    return answer


def number(compute):
    def answer(runtime, receiver, arguments):
        value = runtime.value(receiver)
        return 0 if value is None else int(compute(value, *map(runtime.value, arguments)))
    return answer


def url(runtime, _receiver, arguments):
    text = runtime.value(arguments[0])
    return runtime.mock("NSURL", text) if text else 0


def scheme(text):
    return text.split(":", 1)[0] if ":" in text else None


def integer(text):
    digits = ""
    for character in text.strip():
        if not (character.isdigit() or not digits and character in "+-"):
            break
        digits += character
    return int(digits) if digits.strip("+-") else 0


def item(runtime, receiver, arguments):
    return runtime.value(receiver)[arguments[0]]


def entry(runtime, receiver, arguments):
    return runtime.wrap((runtime.value(receiver) or {}).get(runtime.value(arguments[0])))


def set_entry(runtime, receiver, arguments):
    value = runtime.value(arguments[0])
    runtime.value(receiver)[runtime.value(arguments[1])] = value if value is not None else runtime.describe(arguments[0])


def header(runtime, receiver, arguments):
    headers = runtime.objects[receiver].properties.get("headers") or {}
    return runtime.wrap(headers.get(runtime.value(arguments[0])))


def response(runtime, receiver, arguments):
    address, status, _, headers = arguments
    shown = f"{runtime.describe(address)} {status} {runtime.describe(headers)}"
    runtime.objects[receiver].value = shown
    return receiver


def buffer(runtime, _receiver, arguments):
    address = runtime.mock("NSMutableData", bytearray())
    runtime.objects[address].properties.update(bytes=runtime.machine.allocate(arguments[0]), length=arguments[0])
    return refresh(runtime, address)


def refresh(runtime, address):
    """The bytes of mutable data live in the machine: fetch them."""
    held = runtime.objects[address]
    if "bytes" in held.properties:
        held.value = bytearray(runtime.machine.read(held.properties["bytes"], held.properties["length"]))
    return address


def set_length(runtime, receiver, arguments):
    runtime.objects[receiver].properties["length"] = arguments[0]
    refresh(runtime, receiver)


def received(runtime, receiver, arguments):
    refresh(runtime, arguments[0])
    return NotImplemented


def kind_of(runtime, receiver, arguments):
    wanted = runtime.describe(arguments[0]).removesuffix(".class").replace("Mutable", "")
    kind = runtime.objects[receiver].kind if receiver in runtime.objects else "NSString"
    return wanted in ("NSObject", kind.replace("Mutable", ""))


def from_json(runtime, _receiver, arguments):
    try:
        return runtime.wrap(json.loads(runtime.value(arguments[0])))
    except (TypeError, ValueError):
        return 0


def empty(kind, value):
    return lambda runtime, _receiver, _arguments: runtime.mock(kind, value())


def uptime(runtime, _receiver, _arguments):
    runtime.machine.set_d((1000.0,))


ANSWERS = {
    "alloc": lambda r, o, a: r.create(o), "new": lambda r, o, a: r.create(o), "init": lambda r, o, a: o, "self": lambda r, o, a: o,
    "class": lambda r, o, a: r.machine.read64(o) if o in r.objects else o, "isKindOfClass:": kind_of,
    "respondsToSelector:": lambda r, o, a: r.find(r.machine.read64(o), r.machine.text(a[0])) is not None or r.objects[o].kind.startswith(("UI", "WK", "NS")),
    "isEqual:": lambda r, o, a: o == a[0] or (r.value(o) is not None and r.value(o) == r.value(a[0])),
    "isEqualToString:": lambda r, o, a: r.value(o) == r.value(a[0]),
    "stringWithUTF8String:": lambda r, o, a: r.wrap(r.machine.text(a[0])), "UTF8String": lambda r, o, a: r.machine.new_text(r.value(o) or ""),
    "lowercaseString": of_value(str.lower), "lastPathComponent": of_value(lambda t: t.rstrip("/").rsplit("/", 1)[-1]),
    "stringByAppendingString:": of_value(lambda t, other: t + other), "integerValue": number(lambda v: integer(v) if isinstance(v, str) else v),
    "boolValue": number(bool), "length": number(len), "count": number(len), "hasPrefix:": number(lambda t, p: t.startswith(p)),
    "objectAtIndex:": item, "objectForKey:": entry, "objectForKeyedSubscript:": entry, "setObject:forKey:": set_entry,
    "arrayWithObject:": lambda r, o, a: r.wrap([a[0]]), "array": empty("NSMutableArray", list), "dictionary": empty("NSMutableDictionary", dict),
    "addObject:": lambda r, o, a: r.value(o).append(a[0]),
    "removeObjectIdenticalTo:": lambda r, o, a: r.value(o).remove(a[0]) if a[0] in r.value(o) else None,
    "URLWithString:": url, "fileURLWithPath:": lambda r, o, a: r.mock("NSURL", "file://" + r.value(a[0])), "absoluteString": of_value(str), "scheme": of_value(scheme),
    "URLByAppendingPathComponent:": lambda r, o, a: r.mock("NSURL", (r.value(o) or "").rstrip("/") + "/" + r.value(a[0])),
    "requestWithURL:": lambda r, o, a: r.mock("NSURLRequest", None, URL=a[0]), "valueForHTTPHeaderField:": header,
    "initWithURL:statusCode:HTTPVersion:headerFields:": response,
    "dataWithContentsOfFile:": lambda r, o, a: r.wrap(load(r, r.value(a[0]))), "dataWithBytes:length:": lambda r, o, a: r.wrap(r.machine.read(a[0], a[1])),
    "dataWithLength:": buffer, "setLength:": set_length, "mutableBytes": lambda r, o, a: r.objects[o].properties["bytes"], "didReceiveData:": received,
    "JSONObjectWithData:options:error:": from_json, "bundlePath": lambda r, o, a: r.wrap("/App"), "systemUptime": uptime,
    "temporaryDirectory": lambda r, o, a: r.mock("NSURL", "file:///tmp"), "UUIDString": lambda r, o, a: r.wrap("00000000-0000-0000-0000-000000000000"),
}


# Functions: (runtime, machine) -> result, or None to leave x0 alone.

def main_loop(runtime, m):
    runtime.delegate = runtime.value(m.x(3))
    runtime.log(f"UIApplicationMain {runtime.delegate}")
    m.jump(m.stop)


def ns_log(runtime, m):
    text, index, result, at = runtime.value(m.x(0)) or "", 0, "", 0
    while at < len(text):
        if text[at] != "%":
            result, at = result + text[at], at + 1
            continue
        end = at + 1
        while end < len(text) and text[end] not in "@sdiuxpfgc%":
            end += 1
        letter = text[end] if end < len(text) else "%"
        if letter == "%":
            result += "%"
        else:
            word = m.stacked(index)
            index += 1
            result += runtime.describe(word) if letter == "@" else m.text(word) if letter == "s" else str(word)
        at = end + 1
    runtime.log(f"NSLog {result}")


def open_file(runtime, m):
    content = load(runtime, m.text(m.x(0)))
    if content is None:
        return -1
    handle = 3 + len(runtime.files)
    runtime.files[handle] = content
    return handle


def read_file(runtime, m):
    part = runtime.files[m.x(0)][m.x(3):m.x(3) + m.x(2)]
    m.write(m.x(1), part)
    return len(part)


def copy(_runtime, m):
    m.write(m.x(0), m.read(m.x(1), m.x(2)))


def fill(_runtime, m):
    m.write(m.x(0), bytes([m.x(1) & 255]) * m.x(2))


def store(_runtime, m):
    m.write64(m.x(0), m.x(1))


def store_weak(_runtime, m):
    m.write64(m.x(0), m.x(1))
    return m.x(1)


def order(left, right):
    return (left > right) - (left < right)


def place(m, index):
    return m.x(0) + index if index >= 0 else 0


def queue_later(index):
    def function(runtime, m):
        runtime.later(m.x(index))
    return function


def nothing(_runtime, _machine):
    return None


FUNCTIONS = {
    "_UIApplicationMain": main_loop, "_NSLog": ns_log, "_open": open_file, "_pread": read_file, "_close": lambda r, m: 0,
    "_lseek": lambda r, m: len(r.files[m.x(0)]), "_dispatch_queue_create": lambda r, m: r.mock("OS_dispatch_queue"),
    "_dispatch_async": queue_later(1), "_dispatch_after": queue_later(2), "_dispatch_time": lambda r, m: 0,
    "_memcpy": copy, "_memmove": copy, "_memset": fill, "_bzero": lambda r, m: m.write(m.x(0), bytes(m.x(1))),
    "_memcmp": lambda r, m: order(m.read(m.x(0), m.x(2)), m.read(m.x(1), m.x(2))), "_strlen": lambda r, m: len(m.text(m.x(0)).encode()),
    "_strcmp": lambda r, m: order(m.text(m.x(0)).encode(), m.text(m.x(1)).encode()),
    "_strncmp": lambda r, m: order(m.text(m.x(0)).encode()[:m.x(2)], m.text(m.x(1)).encode()[:m.x(2)]),
    "_strchr": lambda r, m: place(m, (m.text(m.x(0)).encode() + b"\0").find(m.x(1) & 255)),
    "_strrchr": lambda r, m: place(m, (m.text(m.x(0)).encode() + b"\0").rfind(m.x(1) & 255)),
    "_malloc": lambda r, m: m.allocate(m.x(0)), "_calloc": lambda r, m: m.allocate(m.x(0) * m.x(1)), "_free": nothing,
    "_objc_storeStrong": store, "_objc_initWeak": store_weak, "_objc_storeWeak": store_weak, "_objc_destroyWeak": nothing,
    "_objc_loadWeak": lambda r, m: m.read64(m.x(0)), "_objc_loadWeakRetained": lambda r, m: m.read64(m.x(0)),
    "_objc_copyWeak": lambda r, m: m.write64(m.x(0), m.read64(m.x(1))), "_objc_moveWeak": lambda r, m: m.write64(m.x(0), m.read64(m.x(1))),
    "_objc_alloc": lambda r, m: r.create(m.x(0)), "_objc_autoreleasePoolPush": lambda r, m: 1, "_objc_autoreleasePoolPop": nothing,
    "_objc_retainBlock": lambda r, m: r.copy_block(m.x(0)), "__Block_copy": lambda r, m: r.copy_block(m.x(0)),
    "__Block_object_assign": store, "__Block_object_dispose": nothing,
    "_objc_getProperty": lambda r, m: m.read64(m.x(0) + m.x(2)), "_sel_registerName": nothing,
    "_objc_opt_isKindOfClass": lambda r, m: kind_of(r, m.x(0), [m.x(1)]) if m.x(0) else 0,
    "_objc_opt_class": lambda r, m: m.read64(m.x(0)) if m.x(0) in r.objects else m.x(0),
}
for _name in ("_objc_retain", "_objc_release", "_objc_autorelease", "_objc_retainAutorelease", "_objc_retainAutoreleasedReturnValue",
              "_objc_autoreleaseReturnValue", "_objc_retainAutoreleaseReturnValue", "_objc_unsafeClaimAutoreleasedReturnValue",
              "_objc_opt_self"):
    FUNCTIONS[_name] = nothing
for _name in ("_objc_getClass", "_objc_lookUpClass", "_objc_getRequiredClass"):
    FUNCTIONS[_name] = lambda r, m: r.class_named(m.text(m.x(0)))
for _name in ("_objc_setProperty_atomic", "_objc_setProperty_nonatomic", "_objc_setProperty_atomic_copy", "_objc_setProperty_nonatomic_copy"):
    FUNCTIONS[_name] = lambda r, m: m.write64(m.x(0) + m.x(3), r.copy_block(m.x(2)))
