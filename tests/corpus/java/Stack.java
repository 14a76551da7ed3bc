/** Every form of dup: compound assignments and post-increments used as values, over narrow and wide elements. */
public class Stack {
    int i;
    long l;
    static int si;
    static long sl;
    static double sd;
    Stack next;

    static int calls;

    static int index() {
        return calls++ % 3;
    }

    Stack self() {
        calls++;
        return this;
    }

    public static void main(String[] args) {
        int[] a = {1, 2, 3};
        long[] b = {10, 20, 30};
        double[] d = {1.5, 2.5, 3.5};
        byte[] bytes = {127, -128, 5};
        char[] chars = {'a', 'b', '\uffff'};
        String[] s = {"x", "y", "z"};
        Stack o = new Stack();
        int k = 0;
        int v1 = a[k++] += 5;
        int v2 = a[index()]++;
        int v3 = ++a[index()] + a[index()]--;
        long w1 = b[k] += 7;
        long w2 = b[index()]++;
        long w3 = --b[index()];
        double x1 = d[index()] *= 2;
        double x2 = d[k]++ + ++d[k];
        int y1 = bytes[0]++;
        int y2 = bytes[1]--;
        bytes[2] += 300;
        char c = chars[2]++;
        s[index()] += "!" + k;
        int f1 = o.self().i++;
        int f2 = ++o.self().i;
        long g1 = o.self().l++;
        long g2 = o.self().l += 40;
        int h1 = si++ + ++si;
        long h2 = sl++ - --sl;
        double h3 = sd += 0.25;
        int m, n, p;
        m = n = p = a[1] = 9;
        long q, r;
        q = r = b[2] = 99L;
        o.next = o.self().next = new Stack();
        o.next.i = o.next.self().i = 4;
        o.l = o.next.l = q + r;
        int chained = a[a[0] % 3] = a[1]++ + (a[2] = m);
        System.out.println(v1 + " " + v2 + " " + v3 + " " + w1 + " " + w2 + " " + w3 + " " + x1 + " " + x2);
        System.out.println(y1 + " " + y2 + " " + bytes[0] + " " + bytes[1] + " " + bytes[2] + " " + (int) c + " " + (int) chars[2]);
        System.out.println(f1 + " " + f2 + " " + g1 + " " + g2 + " " + h1 + " " + h2 + " " + h3 + " " + calls);
        System.out.println(m + n + p + " " + q + r + " " + o.next.i + " " + o.l + " " + chained);
        System.out.println(java.util.Arrays.toString(a) + java.util.Arrays.toString(b) + java.util.Arrays.toString(d) + java.util.Arrays.toString(s));
        int i = 5;
        i = i++ + ++i;
        i += i++ * 2 + i;
        System.out.println(i);
        int[][] grid = new int[3][3];
        grid[index()][index()] += 3;
        grid[1][k]++;
        long[][] wide = {{1}, {2}};
        wide[1][0] <<= wide[0][0]++;
        System.out.println(java.util.Arrays.deepToString(grid) + java.util.Arrays.deepToString(wide));
        new Object();
        Math.max(1L, 2L);
        Math.max(1, 2);
    }
}
