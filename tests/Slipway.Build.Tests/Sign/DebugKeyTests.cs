using Slipway.Build.Sign;

namespace Slipway.Build.Tests.Sign;

public sealed class DebugKeyTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryApp _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_debug_key_is_made_once_however_many_ask()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => DebugKey.GetOrCreate(_folder["data"], Now))));
        Assert.Single(keys.Select(k => k.Certificate.Thumbprint).Distinct());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["data/debug.keystore"]));
        Assert.Single(Directory.GetFiles(_folder["data"]));
        Assert.True(keys[0].Certificate.NotAfter > Now.AddYears(29).LocalDateTime);
    }
}
