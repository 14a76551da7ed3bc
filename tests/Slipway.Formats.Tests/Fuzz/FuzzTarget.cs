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
    public override string ToString() => Name;
}
