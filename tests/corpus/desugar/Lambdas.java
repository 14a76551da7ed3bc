import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.*;

public class Lambdas {
    interface Wide { double mix(long a, double b, int c, float d, Object e); }
    interface Chars { char at(byte b, short s, boolean z); }
    interface Generic<T extends Comparable<T>> { T pick(T a, T b); }
    interface StringPick extends Generic<String> { }
    interface Throwing { void run() throws Exception; }
    interface Bridged<T> { T same(T t); }
    interface Sub extends Bridged<Integer> { Integer same(Integer t); }

    private int counter = 10;
    private final String name;
    static int shared;

    Lambdas(String name) { this.name = name; }

    private int bump(int by) { return counter += by; }

    Supplier<String> capturesThis() { return () -> name + counter; }

    IntUnaryOperator callsPrivate() { return by -> bump(by) + bump(1); }

    Supplier<Supplier<String>> nested() { return () -> () -> { counter++; return name + counter; }; }

    class Inner {
        int own = 3;
        IntSupplier both() { return () -> own + counter; }
    }

    static class Base { String who() { return "base"; } }

    static class Derived extends Base {
        @Override String who() { return "derived"; }
        Supplier<String> superCall() { return () -> super.who() + "/" + who(); }
        Supplier<String> superReference() { return super::who; }
    }

    static <T> void each(List<T> list, Consumer<? super T> action) { for (T t : list) action.accept(t); }

    static int factorial(int n) {
        IntUnaryOperator[] f = new IntUnaryOperator[1];
        f[0] = k -> k <= 1 ? 1 : k * f[0].applyAsInt(k - 1);
        return f[0].applyAsInt(n);
    }

    public static void main(String[] args) throws Exception {
        Lambdas l = new Lambdas("x");
        System.out.println(l.capturesThis().get());
        System.out.println(l.callsPrivate().applyAsInt(5));
        System.out.println(l.nested().get().get());
        System.out.println(l.new Inner().both().getAsInt());
        System.out.println(new Derived().superCall().get() + new Derived().superReference().get());
        long big = 1L << 40; double d = 2.5; float f = 1.25f; byte b = -3; char c = 'q'; short s = 300; boolean z = true; String t = "t"; int[] array = {1, 2};
        Wide wide = (p, q, r, u, v) -> p + q * r + u + v.hashCode() + big + d + f + b + c + s + (z ? 1 : 0) + t.length() + array[1];
        System.out.println(wide.mix(1L << 33, 0.5, 7, 2f, "e"));
        Chars chars = (x, y, w) -> (char) (x + y + (w ? 'a' : 'b'));
        System.out.println(chars.at((byte) 1, (short) 2, true));
        StringPick pick = (x, y) -> x.compareTo(y) > 0 ? x : y;
        Generic<String> up = pick;
        System.out.println(up.pick("k", "m"));
        Sub sub = x -> x + 1;
        Bridged<Integer> bridged = sub;
        System.out.println(bridged.same(41));
        List<String> out = new ArrayList<>();
        each(java.util.Arrays.asList("a", "bb", "ccc"), x -> out.add(x + x.length()));
        out.sort(Comparator.comparing((String x) -> -x.length()).thenComparing(x -> x));
        System.out.println(out);
        System.out.println(factorial(6));
        Runnable r = () -> shared += 5;
        r.run(); r.run();
        System.out.println(shared);
        Callable<Integer> callable = () -> { throw new IllegalStateException("no"); };
        try { callable.call(); } catch (IllegalStateException e) { System.out.println(e.getMessage()); }
        Throwing throwing = () -> { try { throw new Exception("checked"); } finally { shared = -1; } };
        try { throwing.run(); } catch (Exception e) { System.out.println(e.getMessage() + shared); }
        Function<Integer, Function<Integer, Integer>> curry = x -> y -> x * y + array.length;
        System.out.println(curry.apply(6).apply(7));
        ToLongFunction<Integer> widen = x -> x;
        IntToDoubleFunction toDouble = x -> x;
        System.out.println(widen.applyAsLong(3) + toDouble.applyAsDouble(4));
        Supplier<Runnable> ofRunnable = () -> () -> System.out.println("deep " + t);
        ofRunnable.get().run();
        Object o = (Runnable & java.io.Serializable) () -> System.out.println("marked");
        ((Runnable) o).run();
        System.out.println(o instanceof java.io.Serializable);
        for (int i = 0; i < 2; i++) { int k = i; Supplier<Integer> si = () -> k * 10; System.out.print(si.get() + " "); }
        System.out.println();
        switchOn(2).run();
    }

    static Runnable switchOn(int n) {
        switch (n) {
            case 1: return () -> System.out.println("one");
            case 2: return () -> System.out.println("two");
            default: return () -> { };
        }
    }
}
