import java.util.*;
import java.util.function.*;

public class Records {
    record Empty() { }
    record Point(int x, int y) implements Comparable<Point> {
        static final Point ORIGIN = new Point(0, 0);
        Point { if (x < -100) throw new IllegalArgumentException("x" + x); }
        Point(int both) { this(both, both); }
        double length() { return Math.sqrt(x * x + y * y); }
        public int compareTo(Point o) { return Integer.compare(x, o.x); }
    }
    record All(boolean z, byte b, char c, short s, int i, long j, float f, double d, String t, Object o, int[] array, List<Point> list) { }
    record Own(int v) {
        @Override public String toString() { return "own" + v; }
        @Override public boolean equals(Object o) { return o instanceof Own && ((Own) o).v / 10 == v / 10; }
        @Override public int hashCode() { return v / 10; }
    }
    record Box<T extends Comparable<T>>(T value) { <R extends Comparable<R>> Box<R> map(Function<T, R> f) { return new Box<>(f.apply(value)); } }
    sealed interface Shape permits Circle, Square { double area(); }
    record Circle(double r) implements Shape { public double area() { return Math.round(Math.PI * r * r); } }
    record Square(double side) implements Shape { public double area() { return side * side; } }

    public static void main(String[] args) {
        System.out.println(new Empty() + " " + new Empty().equals(new Empty()) + new Empty().hashCode());
        Point p = new Point(3, 4);
        System.out.println(p + " " + p.length() + p.equals(new Point(3, 4)) + p.equals(new Point(4)) + p.equals(null) + p.equals("p") + p.hashCode() + Point.ORIGIN);
        int[] array = {1};
        All a = new All(true, (byte) 1, 'c', (short) 2, 3, 4L << 33, 5.5f, -0.0, "t", null, array, List.of(p));
        All b = new All(true, (byte) 1, 'c', (short) 2, 3, 4L << 33, 5.5f, -0.0, "t", null, array, List.of(new Point(3, 4)));
        All c = new All(true, (byte) 1, 'c', (short) 2, 3, 4L << 33, 5.5f, 0.0, "t", null, array, List.of(p));
        System.out.println(a.equals(b) + " " + a.equals(c) + (a.hashCode() == b.hashCode()));
        System.out.println(new All(false, (byte) -1, 'x', (short) -2, -3, -4, Float.NaN, Double.NaN, null, 7, null, null).hashCode());
        System.out.println(new All(false, (byte) -1, 'x', (short) -2, -3, -4, Float.NaN, Double.NaN, null, 7, null, null));
        System.out.println(new Own(12) + "" + new Own(12).equals(new Own(17)) + new Own(25).hashCode());
        System.out.println(new Box<>("b").map(String::length) + " " + new Box<>(3).value());
        try { new Point(-200, 0); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
        record Local(String k, long v) { }
        System.out.println(new Local("k", 5) + " " + new Local("k", 5).equals(new Local("k", 6)));
        Set<Point> points = new TreeSet<>(List.of(new Point(2), new Point(1), p));
        System.out.println(points);
        for (Shape s : new Shape[] { new Circle(2), new Square(3) })
            System.out.println(s instanceof Circle k ? "circle " + k.r() + k.area() : s + "" + s.area());
        int day = args.length + 3;
        String kind = switch (day) { case 1, 7 -> "weekend"; case 3 -> { String x = "mid"; yield x + day; } default -> "work"; };
        System.out.println(kind + """
             text
               block\
             """);
    }
}
