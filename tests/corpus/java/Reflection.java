import java.lang.annotation.*;
import java.lang.reflect.*;
import java.util.*;

/** What reflection sees of annotations, signatures, inner classes, thrown types. Kept to what a class file can hold again. */
public class Reflection {
    @Retention(RetentionPolicy.RUNTIME)
    @interface Info {
        String name() default "none";
        int[] numbers() default {1, 2};
        Class<?> type() default Object.class;
        Thread.State state() default Thread.State.NEW;
        Sub sub() default @Sub(5);
        long big() default 1L << 40;
        char letter() default 'c';
        byte small() default -1;
        boolean flag() default true;
        double real() default 0.5;
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Sub { int value(); }

    static class Generic<T extends Number & Comparable<T>> extends ArrayList<Map<String, ? super T>> implements Comparable<Generic<T>> {
        List<T[]> list;
        int plain;
        public <X extends Exception> Map<X, T> method(List<? extends X> a, int b) throws X, java.io.IOException { return null; }
        public int compareTo(Generic<T> o) { return 0; }
    }

    private final transient int hidden = 3;
    volatile long vol;

    @Deprecated
    public static strictfp synchronized double flags(final String... xs) { return 0; }

    public static void main(String[] args) throws Exception {
        System.out.println(Modifier.toString(Reflection.class.getDeclaredField("hidden").getModifiers()) + Modifier.toString(Reflection.class.getDeclaredField("vol").getModifiers()));
        Field f = Reflection.class.getDeclaredField("hidden");
        f.setAccessible(true);
        System.out.println(f.getInt(new Reflection()));
        Method m = Reflection.class.getMethod("flags", String[].class);
        System.out.println(m.isVarArgs() + " " + m.getReturnType());
        Object o = new Object() { };
        System.out.println(o.getClass().getName() + Arrays.asList(Reflection.class.getInterfaces()));
        List<String> names = new ArrayList<>();
        for (Method method : Generic.class.getDeclaredMethods())
            names.add(method.getName() + method.isBridge() + method.isSynthetic());
        Collections.sort(names);
        System.out.println(names);
        System.out.println(Class.forName("Reflection$Generic").getSuperclass().getName());
        System.out.println(Array.getLength(Array.newInstance(int.class, 4)) + int[][].class.getName() + String[].class.getSimpleName() + void.class + long.class);
    }
}
