/** Comparisons with NaN, conversions that saturate, remainders, constants. */
public class Floating {
    static String compare(float a, float b) {
        return (a < b ? "l" : ".") + (a <= b ? "L" : ".") + (a > b ? "g" : ".") + (a >= b ? "G" : ".") + (a == b ? "e" : ".") + (a != b ? "n" : ".");
    }

    static String compare(double a, double b) {
        return (a < b ? "l" : ".") + (a <= b ? "L" : ".") + (a > b ? "g" : ".") + (a >= b ? "G" : ".") + (a == b ? "e" : ".") + (a != b ? "n" : ".");
    }

    static boolean negated(float a, float b) {
        return !(a < b) && !(b >= a);
    }

    static int loop(double limit) {
        int n = 0;
        for (double d = 0; d < limit && !(d > 100); d += 0.75)
            n++;
        return n;
    }

    static float constants() {
        return 0f + 1f + 2f - 3.5f * 0.1f + Float.MAX_VALUE / 1e30f;
    }

    static double doubles(double x) {
        return -(x * 2.0 + 1.0 - 0.5) / 3.0 % 7.25;
    }

    public static void main(String[] args) {
        float[] fs = {0f, -0f, 1f, -1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, 1e10f, 1e20f, -1e20f, 2.5f};
        double[] ds = {0d, -0d, 1d, -1d, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e300, -1e300, 1e18, 3.75};
        for (float a : fs) {
            System.out.println(a + " " + (int) a + " " + (long) a + " " + (double) a + " " + -a + " " + (byte) a + " " + (char) a);
            for (float b : fs)
                System.out.println(compare(a, b) + " " + (a + b) + " " + (a * b) + " " + (a / b) + " " + (a % b) + " " + negated(a, b));
        }
        for (double a : ds) {
            System.out.println(a + " " + (int) a + " " + (long) a + " " + (float) a + " " + doubles(a) + " " + loop(a));
            for (double b : ds)
                System.out.println(compare(a, b) + " " + (a - b) + " " + (a * b) + " " + (a / b) + " " + (a % b));
        }
        System.out.println(constants() + " " + (float) 16777217 + " " + (float) 9007199254740993L + " " + (double) Long.MAX_VALUE);
        System.out.println(Float.floatToRawIntBits(1 / -0f) + " " + Double.doubleToLongBits(0.0 / -1.0));
    }
}
