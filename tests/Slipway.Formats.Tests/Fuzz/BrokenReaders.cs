namespace Slipway.Formats.Tests.Fuzz;

/// <summary>Readers with one fault each: the harness has to notice.</summary>
internal static class BrokenReaders
{
    private static readonly byte[] Seed = [0, 0, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8];

    public static readonly FuzzTarget Indexes = new("indexes", () => [Seed], input => _ = input[input[3]]);

    public static readonly FuzzTarget Allocates = new("allocates", () => [Seed], input =>
    {
        var length = input.Length < 4 ? 0 : (input[0] << 24) | (input[1] << 16) | (input[2] << 8) | input[3];
        _ = new byte[Math.Clamp(length, 0, 1 << 28)];
    });

    public static readonly FuzzTarget Sound = new("sound", () => [Seed], input =>
    {
        if (input.Length < 12)
            throw new MalformedInputException("test", "too short");
    });
}
