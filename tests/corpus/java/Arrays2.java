import java.util.Arrays;

/** Arrays of every type, several dimensions, initialisers, clone, bounds, boolean against byte. */
public class Arrays2 {
    static boolean[] flags = {true, false, true, true, false};
    static byte[] bytes = {1, -1, 127, -128, 0, 5};
    static short[] shorts = {1, -32768, 32767, 400, -5};
    static char[] chars = {'a', '\u0000', '\uffff', 'z', 'q'};
    static int[] ints = {1, 2, 3, 4, 5, 6, 70000, -70000, Integer.MIN_VALUE};
    static long[] longs = {1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 5_000_000_000L};
    static float[] floats = {0f, -0f, 1.5f, Float.NaN, 3f};
    static double[] doubles = {0, 1, 2.5, -1e300, 7};
    static int computed = 11;
    static int[] mixed = {1, 2, 3, 4, computed, 6, 7};

    static boolean flip(boolean[] b, int i) { return b[i] = !b[i]; }

    static int total(byte[][] rows) { int t = 0; for (byte[] row : rows) for (byte b : row) t += b; return t; }

    static boolean choose(boolean which, boolean[] a, boolean[] b) { return (which ? a : b)[0]; }

    static Object nulls(int kind) {
        try {
            int[] none = null;
            byte[][] rows = {null};
            switch (kind) {
                case 0: return none[0];
                case 1: return none.length;
                case 2: return rows[0][1];
                case 3: none[1] = 2; return none;
                case 4: return rows[3];
                case 5: return new int[-2];
                case 6: return new long[2][-1];
                case 7: { Object[] o = new String[1]; o[0] = 5; return o; }
                case 8: { boolean[] f = null; return f[0]; }
                default: return "none";
            }
        } catch (RuntimeException e) {
            return e.getClass().getName();
        }
    }

    interface Copier { static int[] copy(int[] a) { return a.clone(); } default String[][] copy(String[][] a) { return a.clone(); } }

    public static void main(String[] args) {
        System.out.println(Arrays.toString(flags) + Arrays.toString(bytes) + Arrays.toString(shorts) + Arrays.toString(ints));
        System.out.println(Arrays.toString(longs) + Arrays.toString(floats) + Arrays.toString(doubles) + Arrays.toString(mixed) + (int) chars[2] + chars.length);
        System.out.println(flip(flags, 1) + " " + flags[1] + choose(true, flags, null));
        int[][][] cube = new int[2][3][4];
        int[][][] partial = new int[2][3][];
        String[][] names = new String[2][2];
        long[][] wide = new long[3][2];
        boolean[][] bits = new boolean[2][2];
        cube[1][2][3] = 5;
        partial[1][1] = new int[] {1, 2};
        names[0][1] = "n";
        wide[2][1] = 1L << 33;
        bits[1][0] |= true;
        System.out.println(Arrays.deepToString(cube) + Arrays.deepToString(partial) + Arrays.deepToString(names) + Arrays.deepToString(wide) + Arrays.deepToString(bits));
        System.out.println(cube.getClass() + " " + partial.getClass() + " " + names.getClass() + new char[1][1][1][1][1].getClass() + new Object[0][0].getClass());
        int[] copy = ints.clone();
        copy[0] = 100;
        System.out.println(ints[0] + copy[0] + Copier.copy(copy)[0] + new Copier() { }.copy(names)[0][1] + names.clone().length);
        System.out.println(total(new byte[][] {{1, 2}, {}, {-3}}));
        for (int i = 0; i < 10; i++)
            System.out.println(nulls(i));
        long sum = 0;
        for (int i = 0; i < longs.length; i++)
            sum += longs[i] ^ (i < doubles.length ? (long) doubles[i] : 0);
        System.out.println(sum);
    }
}
