namespace Slipway.Formats.Tests.Dex.Verification;

/// <summary>
/// One rule of the verifier as two smali programs that differ in little: one breaks the rule, its twin does not. An exclamation mark
/// before an instruction marks where the finding belongs; without a mark it belongs to the method or class as a whole.
/// </summary>
/// <param name="Name">The rule.</param>
/// <param name="Expected">Part of the finding's text.</param>
/// <param name="Method">Flags, name and descriptor of the method; null when the programs are members of a class.</param>
/// <param name="Bad">The program that breaks the rule.</param>
/// <param name="Good">Its twin.</param>
/// <param name="Flags">Flags of the class.</param>
/// <param name="Super">Descriptor of the superclass.</param>
/// <param name="GoodFlags">Flags of the twin's class when they are what makes it good.</param>
/// <param name="GoodSuper">Superclass of the twin when it is what makes it good.</param>
/// <param name="IsWarning">Whether the runtime takes the class all the same.</param>
internal sealed record VerifierCase(string Name, string Expected, string? Method, string Bad, string Good, string Flags = "public", string Super = "Ljava/lang/Object;", string? GoodFlags = null, string? GoodSuper = null, bool IsWarning = false)
{
    /// <summary>Line number that stands for the mark.</summary>
    public const int MarkedLine = 777;

    /// <summary>Name of the class of a program, stable and unique.</summary>
    public string TypeOf(bool isGood) => $"L{(isGood ? "good" : "bad")}/{new string([.. Name.Where(char.IsAsciiLetterOrDigit)])};";

    /// <summary>The program as a smali file.</summary>
    public string Smali(bool isGood)
    {
        var body = string.Join('\n', (isGood ? Good : Bad).Split('\n').Select(Marked));
        var type = TypeOf(isGood);
        var members = Method is null ? body : $".method {Method}\n.registers 10\n{body}\n.end method\n";
        var flags = isGood ? GoodFlags ?? Flags : Flags;
        var super = isGood ? GoodSuper ?? Super : Super;
        return $".class {flags} {type}\n.super {super}\n{members}\n".Replace("LSelf;", type, StringComparison.Ordinal);
    }

    private static string Marked(string line) =>
        line.TrimStart().StartsWith('!') ? $".line {MarkedLine}\n{line.TrimStart()[1..]}\n.line 1" : line;
}
