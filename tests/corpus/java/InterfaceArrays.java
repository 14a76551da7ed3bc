/** Arrays of classes that share an interface meet where an array of the interface is needed. */
public class InterfaceArrays {
    interface Shape { String name(); }
    static final class Dot implements Shape { public String name() { return "dot"; } }
    static final class Line implements Shape { public String name() { return "line"; } }

    static Shape[] kept;
    Shape[] own;

    static Shape[] dots() { return new Shape[] { new Dot(), new Line() }; }
    static String first(Shape[] shapes) { return shapes[0].name() + shapes.length; }
    static String last(int before, long wide, Shape[] shapes) { return shapes[shapes.length - 1].name() + before + wide; }
    static Shape[] chosen(boolean first) { return first ? new Dot[] { new Dot() } : new Line[] { new Line(), new Line() }; }
    static Shape[][] nested(boolean first) { return first ? new Dot[][] { { new Dot() } } : new Line[][] { { new Line() }, {} }; }
    static Shape[] caught(boolean first, Object lock) {
        int count = 0;
        try {
            count++;
            return first ? new Dot[] { new Dot() } : new Line[] { new Line() };
        } finally {
            count += lock.hashCode();
            if (count < 0) System.out.print("");
        }
    }
    static synchronized Shape[] locked(boolean first) { return first ? new Dot[1] : new Line[2]; }
    static <T extends Shape> String any(T[] shapes) { return first(shapes); }

    public static void main(String[] args) {
        for (int i = 0; i < 2; i++) {
            boolean dot = i == 0;
            System.out.println(first(dot ? new Dot[] { new Dot() } : new Line[] { new Line() }));
            System.out.println(last(3, 4L, dot ? new Dot[] { new Dot() } : new Line[] { new Line() }));
            kept = dot ? new Dot[] { new Dot() } : new Line[] { new Line() };
            InterfaceArrays holder = new InterfaceArrays();
            holder.own = dot ? new Line[] { new Line() } : new Dot[] { new Dot() };
            System.out.println(first(kept) + first(holder.own) + first(chosen(dot)) + first(nested(dot)[0]) + first(caught(dot, "lock")) + locked(dot).length);
            System.out.println(nested(dot).getClass().getName() + chosen(dot).getClass().getName());
            Shape[] grown = null;
            for (int round = 0; round < 3; round++) {
                System.out.println(grown == null ? "none" : first(grown));
                grown = round == 0 ? new Dot[] { new Dot() } : round == 1 ? new Line[] { new Line() } : dots();
            }
            Comparable<?>[] values = dot ? new String[] { "s" } : new Integer[] { 5 };
            System.out.println(java.util.Arrays.toString(values) + any(dot ? new Dot[] { new Dot() } : new Line[] { new Line() }));
            Object[] objects = dot ? new Dot[1] : new Line[1];
            System.out.println(objects.length);
        }
    }
}
