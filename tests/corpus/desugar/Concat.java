public class Concat {
    static String all(boolean z, byte b, char c, short s, int i, long j, float f, double d, Object o, String t, char[] cs) {
        return "z" + z + b + c + s + i + j + f + d + o + t + (cs == null ? null : cs.length) + 'k' + 1 + 2L + 3f + 4.5 + true + null;
    }

    static final class Null { @Override public String toString() { return null; } }

    public static void main(String[] args) {
        System.out.println(all(true, (byte) -1, 'c', (short) -300, 70000, 1L << 40, 1.5f, -0.0, new Null(), null, new char[2]));
        System.out.println(all(false, (byte) 127, '\u20ac', (short) 7, -1, -1, Float.NaN, 1e300, null, "t", null));
        String s = "\u0001\u0002" + args.length + "\u0001";
        System.out.println(s.length() + " " + (int) s.charAt(0) + (int) s.charAt(1) + (int) s.charAt(3));
        s += 5; s += 'x'; s += 1.0f; s += null; s += new int[0].length;
        System.out.println(s.substring(4));
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < 3; i++) { String part = "i" + i; sb.append(part + part + i); }
        System.out.println(sb);
        char c = 'a'; c += 1; byte b = 1; b += 2;
        System.out.println("" + c + b + (char) (c + 1) + (short) 3);
        String l = "" + 1 + args.length + 2 + args.length + 3 + args.length + 4 + args.length + 5 + args.length + 6 + args.length + 7 + args.length + 8 + args.length + 9 + args.length + 10 + args.length + 11 + args.length + 12 + args.length + 13 + args.length + 14 + args.length + 15 + args.length + 16 + args.length + 17 + args.length + 18;
        System.out.println(l);
        Object o = args.length == 0 ? "object" : 5; CharSequence q = "seq"; Integer boxed = 12;
        System.out.println(o + "" + q + boxed + Concat.class.getName() + Long.valueOf(3));
        System.out.println(Holder.TEXT + Face.text(9));
        String tail = "T";
        System.out.println("left\n" + tail + ("left" + tail + "\n" + tail).length() + ("\n" + tail + "left").length() + (tail + "\nleft").length());
        System.out.println(("[" + tail + "]\n" + tail) + ("[" + tail + "]" + tail + "\n") + ("[" + tail + "\n" + tail + "]") + ("\n[" + tail + tail + "]"));
        Object any = 7; any += "x"; any += tail;
        CharSequence sequence = "c"; sequence += tail;
        Comparable<String> comparable = "p"; comparable += tail;
        java.io.Serializable serializable = "s"; serializable += tail + 1;
        System.out.println(any + " " + sequence + comparable + serializable);
    }

    static class Holder { static final String TEXT; static { int n = 4; TEXT = "static" + n; } }
    interface Face { static String text(int n) { return "face" + n + helper(n); } private static String helper(int n) { return "-" + n; } }
}
