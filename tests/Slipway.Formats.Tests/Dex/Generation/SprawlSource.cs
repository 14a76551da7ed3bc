using System.Text;

namespace Slipway.Formats.Tests.Dex.Generation;

/// <summary>A Java class with methods that outgrow short instruction forms: many locals, long argument lists, far branches, big switches.</summary>
internal static class SprawlSource
{
    public const string ClassName = "Sprawl";

    public static string Make()
    {
        var source = new StringBuilder("public class Sprawl {\n    int field; long wide; Object ref; static int si; static long sl;\n");
        source.Append(ManyLocals("some", 18)).Append(ManyLocals("many", 290)).Append(ManyArguments()).Append(BigSwitch()).Append(FarBranch()).Append(HighObjects("o18", 18)).Append(HighObjects("o270", 270));
        source.Append("""
                public static void main(String[] args) {
                    Sprawl s = new Sprawl();
                    for (int i = 0; i < 4; i++) {
                        System.out.println(some(s, i, i * 3L, i * 0.5, 1.5f, "t" + i) + " " + many(s, i, i * 7L, i * 0.25, 2.5f, "m"));
                        System.out.println(bigSwitch(i * 300) + " " + bigSwitch(-i) + " " + sparseSwitch(i * 7919) + " " + far(i, i % 2 == 0));
                        System.out.println(o18("a", i) + " " + o270("b", i));
                        System.out.println(s.arguments(i, 2L, 3f, 4.0, "5", (byte) 6, 'c', (short) 8, 9L, 10.0, 11, true, new int[] {i}, 14L, 15.0, 16));
                    }
                }
            }
            """);
        return source.ToString();
    }

    private static string ManyLocals(string name, int count)
    {
        var source = new StringBuilder($"    static String {name}(Sprawl self, int p, long q, double r, float f, String t) {{\n");
        for (var i = 0; i < count; i++)
            source.Append($"        int i{i} = p + {i}; long l{i} = q * {i} + i{i};\n");
        source.Append("        double d0 = r; double d1 = r * 2; float g = f; byte[] bytes = {1, 2, 3}; long[] longs = {q, 5}; double[] ds = {r, f}; Object o = t;\n");
        source.Append("        for (int k = 0; k < 3; k++) {\n");
        var last = count - 1;
        source.Append($"            i{last} += k * i{count / 2}; l{last} ^= l1 << k; l{last - 1} = -l{last} / (l2 | 1); d1 = d0 / (k + 1) - (double) l{last}; g = -g + (float) d1 + i{last}; i1 = (int) l{last - 1};\n");
        source.Append($"            bytes[k] += i{last}; longs[k & 1] += l{last}; ds[k & 1] *= d1; self.field = i{last}; self.wide += l{last}; self.ref = o; si += i{last}; sl = l{last - 1};\n");
        source.Append($"            if (i{last} > i{count / 2} && o != self.ref | l{last} < l0) continue;\n");
        source.Append($"            if (o instanceof String && ((String) o).length() > k) i{last - 1} = bytes.length * longs.length - i{last - 1} % 7 + (i{last} >> 2) + i{last} * 1000;\n");
        source.Append($"            switch (i{last} & 3) {{ case 0: l{last} = -l{last}; case 1: i{last} = ~i{last}; break; default: d0 += Math.max(l{last}, (long) i{last}) + Math.pow(d0, 0.5); }}\n");
        source.Append($"            i{last} = (byte) i{last} + (short) i1 + (char) i{last}; d0 = i{last}; l{last} += (long) d1 + (long) g; i2 = l{last} > l1 ? d0 < d1 ? 1 : 2 : g >= f ? 3 : 4; self = k == 1 ? new Sprawl() : self;\n");
        source.Append("            synchronized (self) { o = o.toString() + i2; }\n        }\n");
        source.Append($"        long sum = 0;\n        {string.Concat(Enumerable.Range(0, count).Select(i => $"sum = sum * 31 + i{i} + l{i};"))}\n");
        source.Append("        return o + \" \" + sum + \" \" + d0 + \" \" + d1 + \" \" + g + \" \" + bytes[0] + longs[1] + ds[0] + self.field + self.wide + si + sl;\n    }\n");
        return source.ToString();
    }

    private static string ManyArguments() => """
            String arguments(int a, long b, float c, double d, String e, byte f, char g, short h, long i, double j, int k, boolean l, int[] m, long n, double o, int p) {
                String r = a + b + c + d + e + f + g + h + i + j + k + l + m[0] + n + o + p;
                if (a > 0)
                    return r + arguments(a - 1, i, (float) j, o, e + l, (byte) (f + a), (char) (g + 1), h, b, d, p, !l, m, n + 1, j - 1, k) + shuffled(p, n, o, m, l, k);
                return r;
            }

            static String shuffled(int p, long n, double o, int[] m, boolean l, int k) {
                return l ? shuffled(k, n * 2, o + 0.5, m, !l, p) : "" + p + n + o + m.length + k;
            }

        """;

    private static string BigSwitch()
    {
        var source = new StringBuilder("    static int bigSwitch(int x) {\n        switch (x) {\n");
        for (var i = 0; i < 1500; i++)
            source.Append($"            case {i}: return {(i * 7919) ^ 0x55};\n");
        source.Append("        }\n        return -1;\n    }\n    static int sparseSwitch(int x) {\n        switch (x) {\n");
        for (var i = 0; i < 500; i++)
            source.Append($"            case {i * 7919}: return {i};\n");
        return source.Append("        }\n        return -1;\n    }\n").ToString();
    }

    /// <summary>More than 32767 code units between a branch and its target, both ways.</summary>
    private static string FarBranch()
    {
        var source = new StringBuilder("    static long far(int n, boolean skip) {\n        long l = 1;\n        while (n-- > 0) {\n            if (skip) continue;\n            try {\n");
        for (var i = 0; i < 9000; i++)
            source.Append($"l += {0x123456789abcdefL + i}L;");
        return source.Append("\n                if (l % 5 == 0) throw new IllegalStateException();\n            } catch (IllegalStateException e) { l++; }\n        }\n        return l;\n    }\n").ToString();
    }

    private static string HighObjects(string name, int count)
    {
        var source = new StringBuilder($"    static String {name}(String s, int n) {{\n");
        for (var i = 0; i < count; i++)
            source.Append($"        Object o{i} = s + {i};\n");
        var last = count - 1;
        source.Append($"        Object[] all = new Object[n + 1]; int[][] grid = new int[n + 1][2]; boolean b = false;\n        o{last} = n == 2 ? (Object) Integer.valueOf(n) : o{last};\n");
        source.Append($"        if (o{last} instanceof String) b = true;\n        if (o{last} == o{last - 1} || o{last - 2} == null) return null;\n");
        source.Append($"        try {{ s = (String) o{last}; all[n] = o{last}; grid[n][1] = all.length; all[n + 1] = s; }} catch (ClassCastException | ArrayIndexOutOfBoundsException e) {{ s += e.getClass().getName(); }}\n");
        source.Append($"        String made = new String(b ? s : \"none\"); StringBuilder sb = new StringBuilder(made);\n");
        source.Append(string.Concat(Enumerable.Range(0, count).Select(i => $"        sb.append(o{i});\n")));
        return source.Append("        return sb.append(b).append(grid[n][1]).append(grid.getClass().getName()).toString();\n    }\n").ToString();
    }
}
