import java.util.*;
import java.util.function.*;

public class MethodReferences {
    interface Maker<T> { T make(int a, String b); }
    interface ToArray { Object[] make(int n); }
    interface LongSum { long sum(int a, int b); }
    interface BoxedSum { Integer sum(Integer a, Integer b); }
    interface ObjectSum { Object sum(Integer a, Integer b); }
    interface Tri { String join(Object a, Object b, Object c); }
    interface Discard { void take(String s); }
    interface Cloner { int[] copy(int[] a); }

    static class Pair {
        final int a; final String b;
        Pair(int a, String b) { this.a = a; this.b = b; }
        private Pair(String only) { this(0, only); }
        static Function<String, Pair> hidden() { return Pair::new; }
        int sum(int x) { return a + x; }
        @Override public String toString() { return a + b; }
    }

    static class Animal { String speak(String to) { return "animal to " + to; } }
    static class Dog extends Animal {
        @Override String speak(String to) { return "dog to " + to; }
        UnaryOperator<String> viaSuper() { return super::speak; }
        UnaryOperator<String> viaThis() { return this::speak; }
    }

    static int add(int a, int b) { return a + b; }
    static String all(Object... parts) { return Arrays.toString(parts); }
    private static int twice(int x) { return 2 * x; }
    private String hello(String who) { return "hello " + who + id; }
    private final int id;
    MethodReferences(int id) { this.id = id; }
    class Member { final int v = id * 100; @Override public String toString() { return "member" + v; } }
    Supplier<Member> members() { return Member::new; }
    protected String prot(int x) { return "prot" + x; }

    static <T> T first(List<? extends T> list) { return list.get(0); }

    public static void main(String[] args) {
        Maker<Pair> maker = Pair::new;
        System.out.println(maker.make(4, "four"));
        System.out.println(Pair.hidden().apply("h"));
        IntBinaryOperator add = MethodReferences::add;
        LongSum longSum = MethodReferences::add;
        BoxedSum boxed = MethodReferences::add;
        ObjectSum object = MethodReferences::add;
        System.out.println(add.applyAsInt(1, 2) + longSum.sum(3, 4) + boxed.sum(5, 6) + " " + object.sum(7, 8));
        BinaryOperator<Integer> plus = Integer::sum;
        ToIntBiFunction<Integer, Integer> unboxed = Integer::sum;
        System.out.println(plus.apply(1, 2) + unboxed.applyAsInt(3, 4));
        Function<Object, String> text = Object::toString;
        Function<String, Integer> length = String::length;
        ToDoubleFunction<String> lengthAsDouble = String::length;
        System.out.println(text.apply(12) + length.apply("abc") + lengthAsDouble.applyAsDouble("abcd"));
        String bound = "bound";
        IntFunction<Character> charAt = bound::charAt;
        IntToLongFunction code = bound::codePointAt;
        System.out.println(charAt.apply(1) + " " + code.applyAsLong(2));
        Dog dog = new Dog();
        System.out.println(dog.viaSuper().apply("a") + dog.viaThis().apply("b"));
        BiFunction<Animal, String, String> unbound = Animal::speak;
        System.out.println(unbound.apply(dog, "c"));
        ToArray strings = String[]::new;
        IntFunction<int[][]> grid = int[][]::new;
        System.out.println(strings.make(3).length + grid.apply(2).length);
        Cloner cloner = int[]::clone;
        int[] original = {1, 2, 3};
        int[] copy = cloner.copy(original);
        copy[0] = 9;
        System.out.println(original[0] + " " + copy[0]);
        Tri tri = MethodReferences::all;
        System.out.println(tri.join(1, "b", 'c'));
        List<String> list = new ArrayList<>();
        Discard discard = list::add;
        discard.take("kept");
        System.out.println(list);
        IntUnaryOperator twice = MethodReferences::twice;
        System.out.println(twice.applyAsInt(21));
        MethodReferences m = new MethodReferences(7);
        UnaryOperator<String> hello = m::hello;
        BiFunction<MethodReferences, String, String> helloUnbound = MethodReferences::hello;
        System.out.println(hello.apply("you") + helloUnbound.apply(m, "me") + m.members().get());
        Function<Integer, String> prot = m::prot;
        System.out.println(prot.apply(3));
        Supplier<ArrayList<String>> lists = ArrayList::new;
        Function<Collection<Integer>, List<Integer>> copies = ArrayList::new;
        System.out.println(lists.get() + "" + copies.apply(Arrays.asList(1, 2)));
        Function<List<String>, String> first = MethodReferences::first;
        System.out.println(first.apply(Arrays.asList("f", "g")).length());
        Comparator<String> order = String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo);
        List<String> words = new ArrayList<>(Arrays.asList("b", "A", "a", "C"));
        words.sort(order);
        System.out.println(words);
        words.sort(Comparator.comparingInt(String::hashCode).reversed());
        words.forEach(System.out::print);
        System.out.println();
        try { Supplier<Integer> npe = ((String) null)::length; npe.get(); } catch (NullPointerException e) { System.out.println("null receiver"); }
        Predicate<Object> isNull = Objects::isNull;
        Predicate<String> isEmpty = String::isEmpty;
        System.out.println(isNull.test(null) + " " + isEmpty.negate().test(""));
        Function raw = (Function<Object, Object>) x -> x;
        System.out.println(raw.apply("raw"));
        try {
            @SuppressWarnings("unchecked") Function<Object, Integer> polluted = (Function<Object, Integer>) (Function) length;
            polluted.apply(3);
        } catch (ClassCastException e) { System.out.println("pollution is noticed"); }
    }
}
