using System.Globalization;
using System.Text;

namespace Slipway.Formats.Tests.Dex.Generation;

/// <summary>
/// Writes Java methods at random: locals of all numeric types, arrays, loops, switches, exceptions, calls. Every method ends,
/// since loops count down a common supply, and the same seed gives the same text.
/// </summary>
internal sealed class RandomProgram
{
    private static readonly string[] Types = ["int", "long", "float", "double"];
    private readonly StringBuilder _source = new();
    private readonly Random _random;
    private readonly string _className;
    private readonly List<string> _signatures = [];
    private readonly Dictionary<string, List<string>> _locals = [];
    private int _names;

    private RandomProgram(int seed, string className)
    {
        _random = new Random(seed);
        _className = className;
    }

    /// <summary>A class with a main method that calls each of its methods and prints the results.</summary>
    public static string Make(int seed, string className, int methods)
    {
        var program = new RandomProgram(seed, className);
        program.Line($"public class {className} {{");
        program.Line("static int fuel; static int sint = 3; static long slong = 5; static float sfloat = 0.5f; static double sdouble = 1.25; int fint = 7; long flong = 11; double fdouble = 2.5; float ffloat = 8f;");
        program.Line($"static {className} self = new {className}();");
        for (var i = 0; i < methods; i++)
            program.Method(i);
        program.Main(methods);
        program.Line("}");
        return program._source.ToString();
    }

    private void Main(int methods)
    {
        Line("public static void main(String[] args) {");
        Line("int[] values = {0, 1, -7, 100000, Integer.MIN_VALUE};");
        Line("for (int v : values) {");
        for (var i = 0; i < methods; i++)
            Line($"fuel = 200; try {{ System.out.println(\"m{i} \" + m{i}(v, v * 3L, v / 3f, v * 0.7, new int[] {{v, 2, 3}})); }} catch (RuntimeException e) {{ System.out.println(\"m{i} \" + e.getClass() + e.getMessage()); }}");
        Line("}");
        Line("System.out.println(sint + \" \" + slong + \" \" + sfloat + \" \" + sdouble + \" \" + self.fint + \" \" + self.flong + \" \" + self.fdouble + \" \" + self.ffloat);");
        Line("}");
    }

    private void Method(int index)
    {
        var type = Types[_random.Next(4)];
        var modifier = _random.Next(6) == 0 ? "static synchronized" : "static";
        _locals.Clear();
        foreach (var t in Types)
            _locals[t] = [$"s{t}", $"self.f{t}"];
        _locals["int"].Add("p0");
        _locals["long"].Add("p1");
        _locals["float"].Add("p2");
        _locals["double"].Add("p3");
        Line($"{modifier} {type} m{index}(int p0, long p1, float p2, double p3, int[] p4) {{");
        Line("long[] la = {1, p1, 3}; byte[] ba = {1, -2, 127}; double[] da = {p3, 0.5, 2}; float[] fa = {p2, 1, 2}; char[] ca = {'a', 'b', 'c'}; short[] ha = {1, 2, 3};");
        for (var i = _random.Next(3, 14); i > 0; i--)
            Declare();
        Block(_random.Next(4, 10), 0);
        Line($"return {Expression(type, 3)};");
        Line("}");
        _signatures.Add($"{type} m{index}");
    }

    private void Declare()
    {
        var type = Types[_random.Next(4)];
        var name = $"v{_names++}";
        Line($"{type} {name} = {Expression(type, 2)};");
        _locals[type].Add(name);
    }

    private void Block(int statements, int depth)
    {
        var counts = _locals.ToDictionary(l => l.Key, l => l.Value.Count, StringComparer.Ordinal);
        for (var i = 0; i < statements; i++)
            Statement(depth);
        foreach (var (type, count) in counts)
            _locals[type].RemoveRange(count, _locals[type].Count - count);
    }

    private void Statement(int depth)
    {
        switch (_random.Next(depth > 1 ? 6 : 13))
        {
            case 0:
                Declare();
                break;
            case 1 or 2 or 3:
                Assign();
                break;
            case 4:
                Line($"{Element(_random.Next(7), out _)}{Pick("++", "--")};");
                break;
            case 5:
                Line($"p4[{Index()}] {Pick("=", "+=", "^=", "<<=")} {Expression("int", 2)};");
                break;
            case 6 or 7:
                Line($"if ({Condition(2)}) {{");
                Block(_random.Next(1, 4), depth + 1);
                if (_random.Next(2) == 0)
                {
                    Line("} else {");
                    Block(_random.Next(1, 3), depth + 1);
                }
                Line("}");
                break;
            case 8 or 9:
                Loop(depth);
                break;
            case 10:
                Switch(depth);
                break;
            default:
                Try(depth);
                break;
        }
    }

    private void Assign()
    {
        var type = Types[_random.Next(4)];
        var target = _locals[type][_random.Next(_locals[type].Count)];
        var operators = type is "int" or "long" ? new[] { "=", "+=", "-=", "*=", "^=", "&=", ">>=", ">>>=", "/=" } : ["=", "+=", "-=", "*=", "/=", "%="];
        Line($"{target} {operators[_random.Next(operators.Length)]} {Expression(type, 3)};");
    }

    private void Loop(int depth)
    {
        var counter = $"c{_names++}";
        var condition = _random.Next(2) == 0 ? $"{counter} < {_random.Next(1, 6)}" : $"{counter} < 9 && {Condition(1)}";
        Line($"for (int {counter} = 0; {condition}; {counter}++) {{");
        Line($"if (--fuel < 0) {Pick("break", "break", "return " + "0")};");
        Block(_random.Next(1, 4), depth + 1);
        if (_random.Next(3) == 0)
            Line($"if ({Condition(1)}) {Pick("continue", "break")};");
        Line("}");
    }

    private void Switch(int depth)
    {
        Line($"switch ({Expression("int", 2)} {Pick("& 3", "% 3", "")}) {{");
        var scale = _random.Next(3) switch { 0 => 1, 1 => 2, _ => 100 };
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            Line($"case {i * scale}: {{");
            Block(_random.Next(1, 3), depth + 1);
            Line(_random.Next(3) == 0 ? "}" : "} break;");
        }
        Line("default: {");
        Block(1, depth + 1);
        Line("} }");
    }

    private void Try(int depth)
    {
        Line("try {");
        Block(_random.Next(1, 4), depth + 1);
        Line($"if ({Condition(1)}) throw new {Pick("IllegalStateException", "ArithmeticException", "IllegalArgumentException")}(\"t\" + {Expression("int", 1)});");
        var hasFinally = _random.Next(3) == 0;
        if (_random.Next(3) > 0 || !hasFinally)
        {
            var caught = $"e{_names++}";
            Line($"}} catch ({Pick("ArithmeticException", "IllegalStateException", "ArithmeticException | IllegalStateException", "RuntimeException")} {caught}) {{");
            Line($"sint += {caught}.getMessage().length();");
            Block(_random.Next(1, 3), depth + 1);
        }
        if (hasFinally)
        {
            Line("} finally {");
            Block(1, depth + 1);
        }
        Line("}");
    }

    private string Expression(string type, int depth)
    {
        if (depth == 0 || _random.Next(5) == 0)
            return _random.Next(3) == 0 ? Constant(type) : _locals[type][_random.Next(_locals[type].Count)];
        switch (_random.Next(9))
        {
            case 0:
                return $"({type}) ({Expression(Types[_random.Next(4)], depth - 1)})";
            case 1:
                return $"({Condition(depth - 1)} ? {Expression(type, depth - 1)} : {Expression(type, depth - 1)})";
            case 2:
                return $"-({Expression(type, depth - 1)})";
            case 3:
                var element = Element(_random.Next(7), out var elementType);
                return $"({type}) {(elementType == "int" ? $"({Pick("byte", "char", "short", "int")}) " : "")}{element}{Pick("", "", "++")}";
            case 4 when _signatures.Count > 0:
                return $"({type}) {Call(depth - 1)}";
            case 5 when type is "int" or "long":
                return $"(({Expression(type, depth - 1)}) {Pick("<<", ">>", ">>>")} ({Expression("int", depth - 1)}))";
            default:
                var operators = type is "int" or "long" ? new[] { "+", "-", "*", "/", "%", "&", "|", "^" } : ["+", "-", "*", "/", "%"];
                return $"(({Expression(type, depth - 1)}) {operators[_random.Next(operators.Length)]} ({Expression(type, depth - 1)}))";
        }
    }

    private string Call(int depth)
    {
        var callee = _signatures[_random.Next(_signatures.Count)].Split(' ')[1];
        return $"(--fuel < 0 ? 0 : {callee}({Expression("int", depth)}, {Expression("long", depth)}, {Expression("float", 0)}, {Expression("double", 0)}, p4))";
    }

    private string Condition(int depth) => _random.Next(depth == 0 ? 1 : 4) switch
    {
        1 => $"({Condition(depth - 1)} {Pick("&&", "||", "^", "&")} {Condition(depth - 1)})",
        2 => $"!({Condition(depth - 1)})",
        _ => Comparison(Math.Max(0, depth - 1)),
    };

    private string Comparison(int depth)
    {
        var type = Types[_random.Next(4)];
        return $"({Expression(type, depth)} {Pick("<", "<=", ">", ">=", "==", "!=")} {Expression(type, depth)})";
    }

    private string Element(int kind, out string type)
    {
        type = kind switch { 0 => "long", 1 => "double", 2 => "float", _ => "int" };
        return $"{new[] { "la", "da", "fa", "ba", "ca", "ha", "p4" }[kind]}[{Index()}]";
    }

    private string Index() => _random.Next(3) == 0 ? $"(({Expression("int", 1)}) & 0x7fffffff) % 3" : $"{_random.Next(3)}";

    private string Constant(string type) => type switch
    {
        "int" => $"{Edge()}",
        "long" => $"{LongEdge()}L",
        "float" => $"{(_random.Next(200) - 100) / 4f}f",
        _ => (_random.NextDouble() * 1000 - 500).ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>Not below the range of 16 bits within that of 32 bits: enjarify reads const-wide/32 without its sign.</summary>
    private long LongEdge()
    {
        var edge = Edge();
        return edge < short.MinValue || _random.Next(2) == 0 ? edge * 4294967297L : edge;
    }

    private int Edge() => _random.Next(4) switch
    {
        0 => _random.Next(-9, 9),
        1 => _random.Next(-200, 200),
        2 => _random.Next(-40000, 40000),
        _ => _random.Next(),
    };

    private string Pick(params ReadOnlySpan<string> choices) => choices[_random.Next(choices.Length)];

    private void Line(string text) => _source.Append(text).Append('\n');
}
