import java.util.*;

/** Java 9 to 17: records, text blocks, pattern instanceof, switch expressions, enums with bodies, sealed types, var. */
public class Modern {
    record Point(int x, long y, String name) {
        Point { if (x < 0) throw new IllegalArgumentException("negative"); }
        static Point origin() { return new Point(0, 0, "o"); }
        double length() { return Math.sqrt(x * x + y * y); }
    }

    record Pair<A, B>(A first, B second) { }

    sealed interface Expr permits Num, Add, Neg { }

    record Num(int v) implements Expr { }

    record Add(Expr l, Expr r) implements Expr { }

    record Neg(Expr e) implements Expr { }

    static int eval(Expr e) {
        if (e instanceof Num n) return n.v();
        if (e instanceof Add a && a.l() != null) return eval(a.l()) + eval(a.r());
        if (!(e instanceof Neg g)) throw new AssertionError();
        return -eval(g.e());
    }

    enum Op {
        PLUS("+") { int apply(int a, int b) { return a + b; } },
        TIMES("*") { int apply(int a, int b) { return a * b; } };
        final String sign;
        Op(String sign) { this.sign = sign; }
        abstract int apply(int a, int b);
    }

    static String describe(Object o) {
        return o instanceof String s && s.length() > 2 ? "long " + s : o instanceof Integer i ? "int " + (i + 1) : "other";
    }

    public static void main(String[] args) {
        var p = new Point(3, 4, "p");
        System.out.println(p + " " + p.equals(new Point(3, 4, "p")) + p.equals(Point.origin()) + (p.hashCode() == new Point(3, 4, "p").hashCode()) + p.length());
        try {
            new Point(-1, 0, null);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(new Pair<>("a", List.of(1, 2)) + " " + new Pair<>(null, 2.5).hashCode());
        System.out.println(eval(new Add(new Num(5), new Neg(new Num(8)))));
        String block = """
            {
              "k": "v\tx",  \
            joined
            }""";
        System.out.println(block);
        for (Op op : Op.values())
            System.out.println(op + op.sign + op.apply(3, 4) + (op.getClass() == op.getDeclaringClass()));
        System.out.println(describe("abc") + describe("a") + describe(41) + describe(null));
        char c = 'x';
        byte b = 1;
        String concat = "a" + c + b + 1L + 2f + 3.0 + true + null + args.length + (Object) "o" + '\u0001' + "\u0002";
        concat += c;
        System.out.println(concat);
        int day = 3;
        System.out.println(switch (day) { case 1, 7 -> "weekend"; default -> { int t = day * 2; yield "day" + t; } });
        var map = new TreeMap<String, Integer>();
        for (var w : "the cat the dog".split(" "))
            map.merge(w, 1, Integer::sum);
        System.out.println(map);
    }
}
