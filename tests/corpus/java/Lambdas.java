import java.util.*;
import java.util.function.*;

/** Lambdas and method references of every kind, generic bridges, capturing narrow and wide values. */
public class Lambdas {
    int field = 4;

    interface Wide { long apply(int a, long b, double c, String d); }

    interface Maker<T> { T make(String s); }

    static abstract class Node<T extends Comparable<T>> implements Comparable<Node<T>> {
        abstract T key();
        public int compareTo(Node<T> o) { return key().compareTo(o.key()); }
    }

    static class IntNode extends Node<Integer> {
        final int k;
        IntNode(int k) { this.k = k; }
        IntNode(String s) { this(s.length()); }
        @Override Integer key() { return k; }
    }

    Supplier<Integer> captureThis(int add) { return () -> field + add; }

    private int priv(int x) { return x + field; }

    IntUnaryOperator reference() { return this::priv; }

    static long run(Wide w) { return w.apply(1, 2L, 3.5, "four"); }

    public static void main(String[] args) {
        int base = 10;
        long wide = 1L << 35;
        double d = 0.5;
        Wide w = (a, b, c, s) -> a + b + (long) (c * d) + s.length() + base + wide;
        System.out.println(run(w));
        Function<Integer, Function<Integer, Integer>> add = x -> y -> x + y;
        System.out.println(add.apply(3).apply(4));
        Lambdas l = new Lambdas();
        System.out.println(l.captureThis(5).get() + l.reference().applyAsInt(6));
        Maker<IntNode> maker = IntNode::new;
        Function<String, Integer> len = String::length;
        BiFunction<String, String, Boolean> eq = String::equals;
        Supplier<List<String>> lists = ArrayList::new;
        IntFunction<int[]> arrays = int[]::new;
        ToLongFunction<String> parse = Long::parseLong;
        System.out.println(maker.make("hello").k + len.apply("abc") + " " + eq.apply("a", "a") + lists.get() + arrays.apply(3).length + parse.applyAsLong("77"));
        List<IntNode> nodes = new ArrayList<>();
        for (int i : new int[] {3, 1, 2})
            nodes.add(new IntNode(i));
        Collections.sort(nodes);
        nodes.forEach(n -> System.out.print(n.k + ";"));
        Runnable r = System.out::println;
        r.run();
        Comparator<String> c = Comparator.comparing(String::length);
        List<String> words = new ArrayList<>(List.of("ccc", "a", "bb"));
        words.sort(c.reversed());
        System.out.println(words);
        Optional<String> o = words.stream().filter(x -> x.length() > 1).map(x -> x + "!").reduce((x, y) -> x + y);
        System.out.println(o.orElse("none"));
        Object sync = (Runnable & java.io.Serializable) () -> { };
        System.out.println(sync instanceof java.io.Serializable);
    }
}
