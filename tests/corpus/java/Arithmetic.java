/** Integer arithmetic at its edges, literal forms of instructions, narrowing. */
public class Arithmetic {
    static int[] edges = {0, 1, -1, 7, 8, -8, -9, 127, 128, -128, -129, 255, 256, 32767, 32768, -32768, -32769, 65535, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE};

    static int literals(int x) {
        int r = x + 1;
        r = r * 3 - 7;
        r ^= x + 127;
        r += x - 128;
        r += x + 128;
        r += x - 32768;
        r += x + 32767;
        r += x + 32768;
        r += 5 - x;
        r += 1000 - x;
        r += 100000 - x;
        r |= x & 0xff;
        r ^= x | 0x7fff;
        r += x << 33;
        r += x >> 5;
        r += x >>> 31;
        r += x / 3 + x % 3 + x / 1000 + x % 70000;
        r += 3 * x + (-1 ^ x) + ~x - -x;
        return r;
    }

    static String divide(int a, int b) {
        try {
            return (a / b) + "," + (a % b);
        } catch (ArithmeticException e) {
            return e.getMessage();
        }
    }

    static String divide(long a, long b) {
        try {
            return (a / b) + "," + (a % b);
        } catch (ArithmeticException e) {
            return e.getMessage();
        }
    }

    static int byConstantZero(int x) {
        try {
            return x / 0;
        } catch (ArithmeticException e) {
            return -77;
        }
    }

    static int increments(int x) {
        int i = x;
        i++;
        i += 100;
        i -= 200;
        i += 30000;
        i -= 32768;
        int before = i++;
        int after = ++i;
        return before * 31 + after + i--;
    }

    static String narrow(int x) {
        return (byte) x + " " + (short) x + " " + (int) (char) x + " " + (char) ('a' + (x & 15));
    }

    static byte wrap(byte b) {
        b += 100;
        b++;
        b >>>= 1;
        return b;
    }

    static long longs(long a, long b, int s) {
        long r = a + b * 3L - (a ^ b) + (a & b) - (a | b);
        r += a << s;
        r ^= b >> s;
        r -= a >>> s;
        r = -r + ~a;
        r += a > b ? 1 : a < b ? 2 : 3;
        return r;
    }

    static long wideConstants() {
        long r = 0L + 1L;
        r ^= 32767L;
        r += -32768L;
        r ^= 0x7fffffffL;
        r += 0x7ffffff0L;
        r ^= 0x1234567890abcdefL;
        r += 0x7fff000000000000L;
        r -= Long.MIN_VALUE;
        return r;
    }

    public static void main(String[] args) {
        for (int a : edges) {
            System.out.println(a + ": " + literals(a) + " " + increments(a) + " " + narrow(a) + " " + wrap((byte) a) + " " + byConstantZero(a));
            for (int b : edges) {
                System.out.println(divide(a, b) + " " + (a << b) + " " + (a >> b) + " " + (a >>> b) + " " + (a * b));
                System.out.println(divide((long) a << 20, (long) b) + " " + longs(a, (long) b << 31, a) + " " + Integer.compare(a, b));
            }
        }
        System.out.println(wideConstants() + " " + divide(Long.MIN_VALUE, -1L) + " " + divide(5L, 0L));
    }
}
