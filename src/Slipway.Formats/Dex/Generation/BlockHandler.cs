namespace Slipway.Formats.Dex.Generation;

/// <summary>A handler for exceptions of a block.</summary>
/// <param name="CatchType">Internal name of the caught class; null for a handler that catches everything.</param>
/// <param name="Target">The block that handles the exception: a block of the JVM code at first, its landing block later.</param>
internal sealed record BlockHandler(string? CatchType, BasicBlock Target);
