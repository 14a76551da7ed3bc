namespace Slipway.Formats.Dex.Generation;

/// <summary>A valid class file has something that cannot be translated to DEX.</summary>
/// <param name="where">Class, or class and method with descriptor.</param>
/// <param name="reason">The unsupported feature: a sentence without a full stop.</param>
/// <param name="kind">The kind of diagnostic.</param>
public sealed class UnsupportedCodeException(string where, string reason, DexDiagnosticKind kind = DexDiagnosticKind.UnsupportedCode) : Exception($"{where}: {reason}")
{
    /// <summary>Class, or class and method with descriptor: <c>com/example/Main.run()V</c>.</summary>
    public string Where { get; } = where;

    /// <summary>The kind of diagnostic.</summary>
    public DexDiagnosticKind Kind { get; } = kind;

    /// <summary>The unsupported feature.</summary>
    public string Reason { get; } = reason;
}
