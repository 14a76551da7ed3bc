import java.io.*;
import java.net.*;
import java.nio.*;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class Backports {
    interface Step { Object run() throws Exception; }

    static void show(String what, Step step) {
        Object result;
        try { result = step.run(); } catch (Exception e) { result = e.getClass().getName() + (e.getMessage() == null || e instanceof NullPointerException && e.getMessage().startsWith("Cannot") ? "" : ": " + e.getMessage()); }
        System.out.println(what + " = " + result);
    }

    static final long[] LONGS = {0, 1, -1, 7, -7, 10, 1L << 32, -(1L << 32), Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789abcdefL, -0x123456789abcdefL};
    static final int[] INTS = {0, 1, -1, 3, -3, 10, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE};

    static class Source extends InputStream {
        int left; Source(int n) { left = n; }
        @Override public int read() { return left-- > 0 ? left & 127 : -1; }
    }

    public static void main(String[] args) {
        objects(); lists(); maps(); optionals(); texts(); ints(); longs(); math(); streams(); buffers(); references();
    }

    static void objects() {
        show("else", () -> Objects.requireNonNullElse(null, "d") + Objects.requireNonNullElse("v", "d"));
        show("else null", () -> Objects.requireNonNullElse(null, null));
        show("elseGet", () -> Objects.requireNonNullElseGet(null, () -> "g") + Objects.requireNonNullElseGet("v", null));
        show("elseGet null", () -> Objects.requireNonNullElseGet(null, null));
        show("elseGet gives null", () -> Objects.requireNonNullElseGet(null, () -> null));
        for (int i : new int[] {-1, 0, 4, 5}) {
            show("checkIndex " + i, () -> Objects.checkIndex(i, 5));
            show("checkIndex long " + i, () -> Objects.checkIndex((long) i, 5L));
            show("checkFromToIndex " + i, () -> Objects.checkFromToIndex(i, 4, 5));
            show("checkFromToIndex to " + i, () -> Objects.checkFromToIndex(0, i, 4));
            show("checkFromIndexSize " + i, () -> Objects.checkFromIndexSize(i, 1, 5));
        }
        show("char", () -> Character.toString(0x1F600) + Character.toString('a'));
        show("not", () -> Predicate.not(String::isEmpty).test("x") + "" + Predicate.<String>not(s -> true).test(""));
        show("compare", () -> Integer.signum(CharSequence.compare("a", new StringBuilder("b"))) + "" + CharSequence.compare("q", "q"));
    }

    static void lists() {
        show("List", () -> List.of() + "" + List.of(1) + List.of(1, 2) + List.of(1, 2, 3) + List.of(1, 2, 3, 4) + List.of(1, 2, 3, 4, 5)
            + List.of(1, 2, 3, 4, 5, 6) + List.of(1, 2, 3, 4, 5, 6, 7) + List.of(1, 2, 3, 4, 5, 6, 7, 8) + List.of(1, 2, 3, 4, 5, 6, 7, 8, 9)
            + List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) + List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        show("Set", () -> sorted(Set.of()) + sorted(Set.of(1)) + sorted(Set.of(1, 2)) + sorted(Set.of(1, 2, 3)) + sorted(Set.of(1, 2, 3, 4)) + sorted(Set.of(1, 2, 3, 4, 5))
            + sorted(Set.of(1, 2, 3, 4, 5, 6)) + sorted(Set.of(1, 2, 3, 4, 5, 6, 7)) + sorted(Set.of(1, 2, 3, 4, 5, 6, 7, 8)) + sorted(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9))
            + sorted(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)) + sorted(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)));
        show("List null", () -> List.of("a", null));
        show("Set twice", () -> Set.of("a", "a"));
        show("List add", () -> List.of("a").add("b"));
        show("Set remove", () -> Set.of("a").remove("a"));
        show("equal", () -> List.of(1, 2).equals(Arrays.asList(1, 2)) + "" + Set.of(1, 2).equals(new HashSet<>(Arrays.asList(2, 1))));
        show("copyOf", () -> List.copyOf(new ArrayDeque<>(Arrays.asList(3, 1))) + "" + sorted(Set.copyOf(Arrays.asList(4, 4, 5))));
        show("copyOf null", () -> List.copyOf(Arrays.asList(1, null)));
        show("copyOf null in set", () -> Set.copyOf(Arrays.asList(1, null)));
        show("toArray", () -> new ArrayList<>(List.of("a", "b")).toArray(String[]::new).length + Arrays.toString(new TreeSet<>(Set.of(2, 1)).toArray(Integer[]::new)));
        Collection<String> plain = new HashSet<>(); plain.add("p"); List<String> list = new LinkedList<>(plain); Deque<String> deque = new ArrayDeque<>(plain);
        show("toArray by interface", () -> plain.toArray(String[]::new)[0] + list.toArray(String[]::new)[0] + deque.toArray(String[]::new)[0]);
        show("toArray of own", () -> new Own().toArray(Object[]::new).length);
    }

    static class Own extends ArrayList<Object> { Own() { add(1); add(2); } }

    static String sorted(Collection<Integer> c) { return new TreeSet<>(c).toString(); }

    static void maps() {
        show("Map", () -> tree(Map.of()) + tree(Map.of(1, 2)) + tree(Map.of(1, 2, 3, 4)) + tree(Map.of(1, 2, 3, 4, 5, 6)) + tree(Map.of(1, 2, 3, 4, 5, 6, 7, 8))
            + tree(Map.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)) + tree(Map.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)) + tree(Map.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14))
            + tree(Map.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)) + tree(Map.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18))
            + tree(Map.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)));
        show("Map twice", () -> Map.of("k", 1, "k", 2));
        show("Map null", () -> Map.of("k", null));
        show("Map put", () -> Map.of("k", 1).put("l", 2));
        show("entry", () -> Map.entry("k", "v") + "" + Map.entry(1, 2).equals(new AbstractMap.SimpleEntry<>(1, 2)));
        show("entry null", () -> Map.entry("k", null));
        show("ofEntries", () -> tree(Map.ofEntries(Map.entry(2, 3), Map.entry(1, 0))));
        show("copyOf", () -> tree(Map.copyOf(new HashMap<>(Map.of(9, 8, 7, 6)))));
    }

    static String tree(Map<Integer, Integer> m) { return new TreeMap<>(m).toString(); }

    static void optionals() {
        for (Optional<String> o : List.of(Optional.of("o"), Optional.<String>empty())) {
            show("isEmpty", o::isEmpty);
            show("orElseThrow", o::orElseThrow);
            show("or", () -> o.or(() -> Optional.of("other")).get());
            show("or null", () -> o.or(() -> null));
            show("ifPresentOrElse", () -> { StringBuilder b = new StringBuilder(); o.ifPresentOrElse(b::append, () -> b.append("none")); return b; });
            show("stream", () -> o.stream().count());
        }
        for (int i = 0; i < 2; i++) {
            OptionalInt n = i == 0 ? OptionalInt.of(4) : OptionalInt.empty();
            OptionalLong l = i == 0 ? OptionalLong.of(4) : OptionalLong.empty();
            OptionalDouble d = i == 0 ? OptionalDouble.of(4) : OptionalDouble.empty();
            show("isEmpty", () -> n.isEmpty() + "" + l.isEmpty() + d.isEmpty());
            show("orElseThrow", () -> n.orElseThrow());
            show("orElseThrow", () -> l.orElseThrow());
            show("orElseThrow", () -> d.orElseThrow());
            show("stream", () -> n.stream().sum() + l.stream().sum() + d.stream().sum());
            show("ifPresentOrElse", () -> { StringBuilder b = new StringBuilder(); n.ifPresentOrElse(b::append, () -> b.append("i")); l.ifPresentOrElse(b::append, () -> b.append("l")); d.ifPresentOrElse(b::append, () -> b.append("d")); return b; });
        }
    }

    static void texts() {
        for (String s : new String[] {"", " ", "a", " a b ", "\t\u2003x\u2003\n", "\u00a0", "\uD83D\uDE00 ", " \uD83D\uDE00", "a\nb\r\nc\rd\n", "\n", "\n\nx"}) {
            show("isBlank", s::isBlank);
            show("strip", () -> "[" + s.strip() + "][" + s.stripLeading() + "][" + s.stripTrailing() + "]");
            show("lines", () -> s.lines().collect(Collectors.toList()));
            show("repeat", () -> s.repeat(3) + s.repeat(0));
        }
        show("repeat", () -> "x".repeat(-1));
        show("formatted", () -> "%s-%05d".formatted("f", 42));
        show("transform", () -> "abc".transform(String::length) + 1);
        show("join", () -> String.join(",", "a", "b") + String.join("-", List.of("x", "y", "z")) + String.join("/", new ArrayList<>()) + String.join("+", "a", null));
        show("empty", () -> new StringBuilder().isEmpty() + "" + new StringBuffer("x").isEmpty() + ((CharSequence) "").isEmpty());
        show("compareTo", () -> Integer.signum(new StringBuilder("a").compareTo(new StringBuilder("ab"))));
    }

    static void ints() {
        for (int a : INTS) {
            show("unsigned " + a, () -> Integer.toUnsignedLong(a) + Integer.toUnsignedString(a) + Integer.toUnsignedString(a, 16)
                + Byte.toUnsignedInt((byte) a) + Byte.toUnsignedLong((byte) a) + Short.toUnsignedInt((short) a) + Short.toUnsignedLong((short) a));
            show("parse " + a, () -> Integer.parseUnsignedInt(Integer.toUnsignedString(a)) + Integer.parseUnsignedInt(Integer.toUnsignedString(a, 7), 7));
            for (int b : INTS) {
                show("compare", () -> Integer.signum(Integer.compareUnsigned(a, b)) + "" + Byte.compareUnsigned((byte) a, (byte) b) + Short.compareUnsigned((short) a, (short) b));
                show("divide " + a + " " + b, () -> Integer.divideUnsigned(a, b) + " " + Integer.remainderUnsigned(a, b));
            }
        }
        show("too big", () -> Integer.parseUnsignedInt("4294967296"));
        show("no number", () -> Integer.parseUnsignedInt("x"));
        show("part", () -> Integer.parseInt("ab12cd", 2, 4, 10) + Integer.parseUnsignedInt("ffx", 0, 2, 16) + Long.parseLong("-77", 0, 3, 8) + Long.parseUnsignedLong("zz9", 2, 3, 10));
        show("part outside", () -> { try { return Integer.parseInt("1", 0, 2, 10); } catch (IndexOutOfBoundsException e) { return "outside"; } });
    }

    static void longs() {
        for (long a : LONGS) {
            show("unsigned " + a, () -> Long.toUnsignedString(a) + " " + Long.toUnsignedString(a, 36) + Long.parseUnsignedLong(Long.toUnsignedString(a)) + Long.parseUnsignedLong(Long.toUnsignedString(a, 2), 2));
            for (long b : LONGS) {
                show("compare", () -> Long.compareUnsigned(a, b));
                show("divide " + a + " " + b, () -> Long.divideUnsigned(a, b) + " " + Long.remainderUnsigned(a, b));
            }
        }
        show("too big", () -> { try { return Long.parseUnsignedLong("18446744073709551616"); } catch (NumberFormatException e) { return "refused"; } });
        show("negative", () -> { try { return Long.parseUnsignedLong("-0"); } catch (NumberFormatException e) { return "refused"; } });
    }

    static void math() {
        for (long a : LONGS) {
            show("absExact " + a, () -> Math.absExact(a) + StrictMath.absExact(a));
            for (long b : LONGS)
                show("high", () -> Math.multiplyHigh(a, b) + " " + StrictMath.multiplyHigh(a, b));
            for (int b : INTS) {
                show("floor " + b, () -> Math.floorDiv(a, b) + " " + Math.floorMod(a, b) + StrictMath.floorDiv(a, b) + StrictMath.floorMod(a, b));
                show("exact", () -> Math.multiplyExact(a, b) + StrictMath.multiplyExact(a, b));
            }
        }
        for (int a : INTS) {
            show("absExact " + a, () -> Math.absExact(a) + StrictMath.absExact(a));
            for (int b : INTS)
                show("full", () -> Math.multiplyFull(a, b) + StrictMath.multiplyFull(a, b));
        }
    }

    static void streams() {
        byte[] data = "some bytes".getBytes(StandardCharsets.UTF_8);
        show("readAllBytes", () -> new Source(20000).readAllBytes().length + new String(new ByteArrayInputStream(data).readAllBytes()) + new BufferedInputStream(new Source(3)).readAllBytes().length);
        show("readNBytes", () -> new Source(20000).readNBytes(9000).length + new String(new ByteArrayInputStream(data).readNBytes(4)) + new Source(3).readNBytes(9).length + new Source(1).readNBytes(0).length);
        show("readNBytes negative", () -> new Source(1).readNBytes(-1));
        show("readNBytes into", () -> { byte[] b = new byte[8]; InputStream five = new Source(5); int n = five.readNBytes(b, 1, 7); return n + Arrays.toString(b); });
        show("readNBytes outside", () -> new Source(5).readNBytes(new byte[3], 2, 2));
        show("transferTo", () -> { ByteArrayOutputStream out = new ByteArrayOutputStream(); long n = new ByteArrayInputStream(data).transferTo(out); out.writeBytes(data); return n + out.toString(StandardCharsets.UTF_8); });
        show("reader", () -> { StringWriter w = new StringWriter(); Reader r = new StringReader("read me"); return new BufferedReader(r).transferTo(w) + w.toString(); });
        show("url", () -> URLEncoder.encode("a b&\u00e9", StandardCharsets.UTF_8) + URLDecoder.decode("a+b%26%C3%A9", StandardCharsets.UTF_8));
        show("toList", () -> Stream.of(1, 2, null).toList());
        show("toList add", () -> Stream.of(1).toList().add(2));
        show("ofNullable", () -> Stream.ofNullable(null).count() + Stream.ofNullable(1).count());
        show("duration", () -> Duration.ofMillis(65500).toSeconds());
        Thread.onSpinWait();
    }

    static void buffers() {
        ByteBuffer b = ByteBuffer.allocate(16);
        b.putInt(1).putInt(2).flip().mark();
        show("byte", () -> b.position(4).limit(6).remaining() + " " + b.reset().position() + b.rewind().get() + b.clear().capacity());
        show("bad", () -> b.position(99));
        CharBuffer c = CharBuffer.wrap("chars").position(1).mark().limit(4).reset(); show("char", () -> c + c.flip().toString() + c.clear() + c.rewind());
        ShortBuffer s = ShortBuffer.allocate(4).put((short) 1).flip().mark().reset(); show("short", () -> s.limit() + s.position(1).limit(1).clear().rewind().get());
        IntBuffer i = IntBuffer.allocate(4).put(1).flip().mark().reset(); show("int", () -> i.limit() + i.position(1).limit(1).clear().rewind().get());
        LongBuffer l = LongBuffer.allocate(4).put(1).flip().mark().reset(); show("long", () -> l.limit() + l.position(1).limit(1).clear().rewind().get());
        FloatBuffer f = FloatBuffer.allocate(4).put(1).flip().mark().reset(); show("float", () -> f.limit() + f.position(1).limit(1).clear().rewind().get());
        DoubleBuffer d = DoubleBuffer.allocate(4).put(1).flip().mark().reset(); show("double", () -> d.limit() + d.position(1).limit(1).clear().rewind().get());
    }

    static void references() {
        Function<String, String> strip = String::strip;
        Supplier<List<String>> empty = List::of;
        BinaryOperator<String> orElse = Objects::requireNonNullElse;
        ToIntFunction<Optional<?>> blank = o -> o.isEmpty() ? 1 : 0;
        show("references", () -> strip.apply(" r ") + empty.get() + orElse.apply(null, "e") + blank.applyAsInt(Optional.empty()));
    }
}
