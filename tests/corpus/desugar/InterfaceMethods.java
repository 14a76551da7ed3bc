import java.util.function.*;

public class InterfaceMethods {
    interface Named {
        String name();
        default String greet() { return decorate(() -> "hi " + name()); }
        default Supplier<String> lazy(int n) { return () -> name() + n + suffix(n); }
        default IntUnaryOperator counting() { return this::count; }
        private int count(int n) { return name().length() + n; }
        private String decorate(Supplier<String> s) { return "<" + s.get() + ">"; }
        private static String suffix(int n) { return "#" + n; }
        static Named of(String n) { return () -> n; }
        Supplier<String> CONSTANT = () -> "constant" + suffix(1);
    }
    interface Loud extends Named {
        @Override default String greet() { return Named.super.greet().toUpperCase() + "!"; }
        default Supplier<String> quiet() { return Named.super::greet; }
    }
    interface Left { default String side() { return "left"; } }
    interface Right { default String side() { return "right"; } }
    static class Both implements Left, Right {
        public String side() { return Left.super.side() + Right.super.side(); }
        Supplier<String> later() { return Right.super::side; }
    }

    public static void main(String[] args) {
        Named n = Named.of("ann");
        Loud l = () -> "bob";
        System.out.println(n.greet() + n.lazy(3).get() + n.counting().applyAsInt(4));
        System.out.println(l.greet() + l.quiet().get() + Named.CONSTANT.get());
        System.out.println(new Both().side() + new Both().later().get());
        Function<Named, String> f = Named::greet;
        System.out.println(f.apply(l));
    }
}
