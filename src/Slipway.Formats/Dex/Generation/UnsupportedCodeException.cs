namespace Slipway.Formats.Dex.Generation;

/// <summary>A class file is sound, yet holds something that has no translation to DEX.</summary>
/// <param name="where">Class, or class and method with descriptor.</param>
/// <param name="reason">What is unsupported, in one sentence without a full stop.</param>
/// <param name="kind">Which kind of problem it is.</param>
public sealed class UnsupportedCodeException(string where, string reason, DexDiagnosticKind kind = DexDiagnosticKind.UnsupportedCode) : Exception($"{where}: {reason}")
{
    /// <summary>Class, or class and method with descriptor: <c>com/example/Main.run()V</c>.</summary>
    public string Where { get; } = where;

    /// <summary>Which kind of problem it is.</summary>
    public DexDiagnosticKind Kind { get; } = kind;

    /// <summary>What is unsupported.</summary>
    public string Reason { get; } = reason;
}
