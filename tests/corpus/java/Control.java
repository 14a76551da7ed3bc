/** Loops, labels, conditions, comparisons of references, branches to themselves. */
public class Control {
    static int labels(int n) {
        int r = 0;
        outer:
        for (int i = 0; i < n; i++) {
            inner:
            for (int j = 0; ; j++) {
                if (j == i) continue outer;
                if (j * i == 6) break outer;
                do {
                    r += j + 1;
                    if (r % 7 == 3) continue inner;
                    if (r > 200) break inner;
                } while (r % 3 != 0);
                r++;
            }
            r *= 2;
        }
        block: {
            if (r > 5) break block;
            r = -1;
        }
        return r;
    }

    static boolean logic(boolean a, boolean b, Object x, Object y) {
        boolean p = a & b | !a ^ b;
        boolean q = a && (b || x == y) || !(x != null && y == null);
        p &= q;
        p |= a;
        p ^= true;
        return p ? q : !q == a;
    }

    static int compares(int a, int b) {
        int r = 0;
        if (a < b) r |= 1;
        if (a <= b) r |= 2;
        if (a > 0) r |= 4;
        if (a >= 0) r |= 8;
        if (0 < b) r |= 16;
        if (0 >= b) r |= 32;
        if (a != b) r |= 64;
        if (a == 0) r |= 128;
        if (b < 0 == a < 0) r |= 256;
        return r;
    }

    static int whiles(int x) {
        while (x > 100) ;
        int n = 0;
        do n++; while (n < x);
        for (;;) {
            if (n-- < 0) return n;
            if (x == 5) { x = 4; continue; }
            n -= 2;
        }
    }

    static String nulls(String a, String b) {
        return a == null ? b == null ? "both" : "a" : b != null ? a == b ? "same" : "neither" : "b";
    }

    static int recursion(int n) { return n < 2 ? n : recursion(n - 1) + recursion(n - 2); }

    static long gcd(long a, long b) { while (b != 0) { long t = a % b; a = b; b = t; } return a; }

    static int swap(int a, int b, int n) { while (n-- > 0) { int t = a; a = b; b = t + 1; } return a * 1000 + b; }

    static Object spin(boolean forever) {
        while (forever) { }
        return "stopped";
    }

    public static void main(String[] args) {
        for (int i = 0; i < 9; i++)
            System.out.println(labels(i) + " " + whiles(i) + " " + recursion(i) + " " + swap(i, 5, i));
        for (int i = 0; i < 8; i++)
            System.out.println(logic((i & 1) != 0, (i & 2) != 0, (i & 4) != 0 ? "x" : null, null));
        int[] v = {-5, 0, 5, Integer.MIN_VALUE, Integer.MAX_VALUE};
        for (int a : v) for (int b : v) System.out.print(compares(a, b) + " ");
        System.out.println(nulls(null, null) + nulls("a", null) + nulls(null, "b") + nulls("c", "c") + nulls("d", new String("d")));
        System.out.println(gcd(1L << 40, 6L * 1024) + " " + spin(args == null));
        int zero = 0;
        assert zero == 1 : "off by default";
        System.out.println(zero == 0 ? 'c' : 0);
    }
}
