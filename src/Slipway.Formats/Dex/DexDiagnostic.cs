namespace Slipway.Formats.Dex;

/// <summary>A reason why classes cannot be compiled.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Where">Class, or class and method with descriptor: <c>com/example/Main.run()V</c>.</param>
/// <param name="Text">The reason in words: one sentence.</param>
public sealed record DexDiagnostic(DexDiagnosticKind Kind, string Where, string Text);
