namespace Slipway.Formats.Tests.Fuzz;

/// <summary>A reader under attack.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Seeds">Sound inputs; small ones, since each input costs a run.</param>
/// <param name="Read">Reads an input to the end. May throw only what <paramref name="Refuses"/> accepts.</param>
/// <param name="Refuses">Whether an exception is the reader's documented way to refuse; null when only <see cref="MalformedInputException"/> is.</param>
/// <param name="Repair">Makes checksums right again, so that mutations get past them.</param>
/// <param name="Words">Byte strings of the format that mutations insert.</param>
internal sealed record FuzzTarget(
    string Name,
    Func<IReadOnlyList<byte[]>> Seeds,
    Action<byte[]> Read,
    Func<Exception, bool>? Refuses = null,
    Func<byte[], byte[]>? Repair = null,
    IReadOnlyList<byte[]>? Words = null)
{
    /// <summary>Part of the usual number of inputs; less for a reader that is slow by design.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Part of the inputs that the reader has to take, as proof that mutations reach its depth; none where a check sum keeps them out.</summary>
    public double LeastAccepted { get; init; } = 0.02;

    public override string ToString() => Name;
}
