import java.util.function.*;

/** Inner, local and anonymous classes, outer fields, captured variables, initialisation order, super calls, constants. */
public class Classes {
    static final int INT = 42;
    static final long LONG = -5_000_000_000L;
    static final float FLOAT = 1.5f;
    static final double DOUBLE = -2.25;
    static final String STRING = "const\u0000\u00fc\ud83d\ude00";
    static final char CHAR = '\u20ac';
    static final byte BYTE = -3;
    static final short SHORT = -300;
    static final boolean BOOL = true;
    static final Object NULL = null;
    static StringBuilder order = new StringBuilder("static;");

    private int value = 3;
    { order.append("init;"); }

    Classes() { this(5); order.append("ctor;"); }

    Classes(int v) { value += v; }

    class Inner {
        int value = Classes.this.value * 2;
        class Deep { int sum() { return value + Classes.this.value + Inner.this.value; } }
    }

    static class Base {
        Base() { order.append(describe()); }
        String describe() { return "base;"; }
        protected int overridden(int x) { return x; }
    }

    static class Derived extends Base {
        final int y;
        Derived(int x) { super(); y = x > 0 ? x : -x; }
        @Override String describe() { return "derived" + y + ";" + super.describe(); }
        @Override protected int overridden(int x) { return super.overridden(x) + y; }
    }

    interface Shape {
        int UNIT = Integer.parseInt("7");
        int area();
        default String text() { return "shape" + area() + helper(); }
        static Shape of(int a) { return () -> a; }
        private String helper() { return "/" + UNIT; }
    }

    interface Named { default String text() { return "named"; } }

    static class Square implements Shape, Named {
        public int area() { return 9; }
        public String text() { return Shape.super.text() + Named.super.text(); }
    }

    Supplier<String> local(String prefix, long wide) {
        class Local implements Supplier<String> {
            private final int n;
            Local(int n) { this.n = n; }
            public String get() { return prefix + wide + n + value; }
        }
        value++;
        return new Local(prefix.length());
    }

    static int depth(int n) {
        return new Object() { int count(int k) { return k == 0 ? n : 1 + count(k - 1); } }.count(n);
    }

    private static int secret = 1;

    static class Nest {
        private int hidden = 2;
        private static long wideHidden = 3;
        private int bump() { return hidden++ + secret++; }
    }

    static <T extends Comparable<T>> T max(T a, T b) { return a.compareTo(b) >= 0 ? a : b; }

    static int sum(int... xs) { int s = 0; for (int x : xs) s += x; return s; }

    static String ternaryInConstructor(boolean flag, int[] box) {
        return new String(flag ? new char[] {'y', 'e', 's'} : new char[] {'n'}) + new StringBuilder(flag ? "t" : box.length > 0 ? "f" : "e").append(new Integer[] {1, 2}.length);
    }

    public static void main(String[] args) {
        Classes c = new Classes();
        Inner inner = c.new Inner();
        System.out.println(inner.new Deep().sum() + " " + order);
        System.out.println(new Derived(-4).overridden(10) + " " + order);
        System.out.println(new Square().text() + Shape.of(3).text());
        Supplier<String> s = c.local("pre", 1L << 40);
        System.out.println(s.get() + c.value + depth(6));
        Nest nest = new Nest();
        nest.hidden += nest.bump();
        Nest.wideHidden *= 5;
        System.out.println(nest.hidden + " " + secret + " " + Nest.wideHidden);
        System.out.println(max("a", "b") + max(3, 2) + sum() + sum(1) + sum(1, 2, 3));
        System.out.println(INT + LONG + FLOAT + DOUBLE + STRING + CHAR + BYTE + SHORT + BOOL + NULL);
        System.out.println(ternaryInConstructor(true, args) + ternaryInConstructor(false, args) + ternaryInConstructor(false, null == args ? null : new int[1]));
    }

    static String ternaryInConstructor(boolean flag, String[] args) { return ternaryInConstructor(flag, new int[args.length]); }
}
