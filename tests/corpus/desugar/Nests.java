import java.util.function.*;

public class Nests {
    private int field = 1;
    private static long wide = 2;
    private static final String CONSTANT = "constant".trim();
    private Nests() { }
    private Nests(int field) { this.field = field; }
    private String hello(String to, long n) { return "hello " + to + n + field; }
    private static String greet(int n) { return "greet" + n; }
    private int own() { return hello("own", 1).length(); }

    static class Left {
        private int value = 5;
        private int read() { return value; }
        String touch(Nests n) {
            n.field += 3; wide *= 2; n.field++; ++wide;
            return n.hello("left", wide) + greet(n.field) + CONSTANT + new Nests(40).field + n.own();
        }
        private static class Deep {
            private double d = 0.5;
            private Deep() { }
            private double twice() { return d * 2; }
        }
    }

    class Right extends Left {
        private int read() { return 77; }
        String sum(Left l) { return l.value + " " + ((Left) this).read() + " " + this.read() + " " + new Left.Deep().twice() + field; }
        IntSupplier supplier() { return ((Left) this)::read; }
    }

    static class Base { private String name() { return "base"; } String call() { return name(); } }
    static class Override extends Base { String name() { return "override"; } }
    static class Further extends Override { private String call(int x) { return name() + x; } }

    interface Face {
        private String secret() { return "secret of " + this; }
        private static String hidden() { return "hidden"; }
        default String open() { return secret() + hidden() + new Mate().peek(this); }
        class Mate { String peek(Face f) { return "peek " + f.secret() + Face.hidden(); } }
    }

    private enum Color { RED { @java.lang.Override int code() { return 1 + offset(); } }, BLUE; private static int offset() { return 4; } int code() { return ordinal() + offset; } private int offset = 10; }

    Function<Nests, String> reference() { return n -> n.hello("lambda", 0); }

    public static void main(String[] args) {
        Nests n = new Nests();
        System.out.println(new Left().touch(n));
        Right r = n.new Right();
        System.out.println(r.sum(new Left()) + r.supplier().getAsInt());
        System.out.println(new Override().call() + new Base().name() + ((Base) new Override()).name() + new Further().call(3));
        System.out.println(new Face() { @java.lang.Override public String toString() { return "face"; } }.open());
        System.out.println(Color.RED.code() + Color.BLUE.code() + Color.BLUE.offset);
        System.out.println(n.reference().apply(new Nests(9)));
        BiFunction<Left, Integer, Integer> f = (l, i) -> l.read() + i;
        System.out.println(f.apply(new Left(), 6));
        Supplier<Nests> make = Nests::new;
        Function<Left, Integer> read = Left::read;
        System.out.println(make.get().field + read.apply(new Right2(n).r));
        Runnable anonymous = new Runnable() { private int x = n.field; public void run() { System.out.println(x + n.field + n.hello("anon", x)); } };
        anonymous.run();
    }

    private static class Right2 { private final Right r; private Right2(Nests n) { r = n.new Right(); } }
}
