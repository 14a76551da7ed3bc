namespace Slipway.Formats.Dex;

/// <summary>A reason why classes cannot be compiled.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Where">Class, or class and method with descriptor: <c>com/example/Main.run()V</c>.</param>
/// <param name="Text">One sentence for a person.</param>
public sealed record DexDiagnostic(DexDiagnosticKind Kind, string Where, string Text);
