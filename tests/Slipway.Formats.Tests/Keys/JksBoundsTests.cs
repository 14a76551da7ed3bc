using Slipway.Formats.Keys;

namespace Slipway.Formats.Tests.Keys;

public sealed class JksBoundsTests
{
    [Fact]
    public void A_length_beyond_the_end_is_refused_before_memory_is_taken_for_it()
    {
        byte[] store =
        [
            0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 1, // magic, version, one entry
            0, 0, 0, 1, 0, 1, (byte)'k', 0, 0, 0, 0, 0, 0, 0, 0, // a key named k, its date
            0x7f, 0xff, 0xff, 0xff, .. new byte[40],
        ];
        Assert.Equal(KeystoreFault.Corrupt, Assert.Throws<KeystoreException>(() => Keystore.Load(store, "password")).Fault);
    }
}
