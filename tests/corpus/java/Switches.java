/** Dense, sparse, string and enum switches, with fall through, gaps and extreme keys. */
public class Switches {
    enum Color { RED, GREEN, BLUE, NONE }

    static String dense(int x) {
        switch (x) {
            case 0: return "zero";
            case 1: return "one";
            case 2:
            case 3: return "two or three";
            case 5: return "five";
            default: return "other";
        }
    }

    static String sparse(int x) {
        String r = "";
        switch (x) {
            case Integer.MIN_VALUE: r += "min";
            case -1000: r += "-1000"; break;
            case 0: r += "0";
            case 100000: r += "100000";
            case Integer.MAX_VALUE: r += "max"; break;
        }
        return r;
    }

    static int strings(String s) {
        switch (s) {
            case "Aa": return 1;
            case "BB": return 2;
            case "": return 3;
            case "\u00e9t\u00e9 \ud83d\ude00": return 4;
            default: return 5;
        }
    }

    static int colors(Color c) {
        switch (c) {
            case BLUE: return 3;
            case RED: return 1;
            default: return 0;
        }
    }

    static int single(int x) {
        switch (x) { case 7: x = 70; }
        switch (x) { default: x++; }
        return x;
    }

    static String expression(Object kind, int x) {
        String a = switch (x) { case 1, 2 -> "low"; case 3 -> { String t = "th"; yield t + "ree"; } default -> throw new IllegalArgumentException("x" + x); };
        return a + switch (kind.toString()) { case "k" -> 1; case "q" -> 2L; default -> 3.5; };
    }

    static int loop() {
        int state = 0, steps = 0;
        outer:
        while (true) {
            switch (state) {
                case 0: state = 3; break;
                case 1: break outer;
                case 3: state = steps++ > 4 ? 1 : 0; continue outer;
            }
            steps += 2;
        }
        return steps;
    }

    static int chars(char c) {
        switch (c) { case 'a': return 1; case 'z': return 26; case '\uffff': return -1; default: return 0; }
    }

    public static void main(String[] args) {
        for (int i = -2; i < 8; i++)
            System.out.println(dense(i) + " " + single(i));
        for (int i : new int[] {Integer.MIN_VALUE, -1000, -999, 0, 1, 100000, Integer.MAX_VALUE})
            System.out.println(i + "=" + sparse(i));
        for (String s : new String[] {"Aa", "BB", "", "C#", "\u00e9t\u00e9 \ud83d\ude00"})
            System.out.println(strings(s));
        for (Color c : Color.values())
            System.out.println(c + " " + colors(c) + " " + Color.valueOf(c.name()).ordinal());
        System.out.println(expression("k", 1) + expression("q", 3) + expression("?", 2) + loop());
        try {
            expression("k", 9);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(chars('a') + chars('z') * 2 + chars('\uffff') * 100 + chars('b'));
    }
}
