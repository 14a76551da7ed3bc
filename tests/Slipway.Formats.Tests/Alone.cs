namespace Slipway.Formats.Tests;

/// <summary>Tests that measure the whole process: they run one after the other when all others have ended.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
