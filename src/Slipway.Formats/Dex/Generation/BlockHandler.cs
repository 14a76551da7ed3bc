namespace Slipway.Formats.Dex.Generation;

/// <summary>One handler of the exceptions of a block.</summary>
/// <param name="CatchType">Internal name of the caught class; null catches all.</param>
/// <param name="Target">Where control goes: a block of the JVM code at first, its landing block later.</param>
internal sealed record BlockHandler(string? CatchType, BasicBlock Target);
