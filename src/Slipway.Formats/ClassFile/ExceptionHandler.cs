namespace Slipway.Formats.ClassFile;

/// <summary>One row of an exception table.</summary>
/// <param name="Start">Index of the first covered instruction.</param>
/// <param name="End">Index after the last covered instruction; may equal the number of instructions.</param>
/// <param name="Handler">Index of the handler's first instruction.</param>
/// <param name="CatchType">Internal name of the caught class; null for a handler that catches everything.</param>
public sealed record ExceptionHandler(int Start, int End, int Handler, string? CatchType);
