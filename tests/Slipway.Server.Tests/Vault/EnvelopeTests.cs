using System.Text;
using Slipway.Protocol.Problems;
using Slipway.Server.Vault;

namespace Slipway.Server.Tests.Vault;

public sealed class EnvelopeTests
{
    private static readonly KeyRing Ring = KeyLines.Ring(KeyLines.Of("a", 7));
    private static readonly SecretName Name = new("organisation", "password", "id");
    private static readonly byte[] Plain = "pass$wörd"u8.ToArray();

    [Fact]
    public void What_is_sealed_opens_and_no_two_envelopes_are_alike()
    {
        var (one, other) = (Envelope.Seal(Ring, Name, Plain), Envelope.Seal(Ring, Name, Plain));
        Assert.Equal(Plain, one.Open(Ring, Name));
        Assert.NotEqual(one.WrappedKey, other.WrappedKey);
        Assert.NotEqual(one.Ciphertext, other.Ciphertext);
        Assert.Empty(Envelope.Seal(Ring, Name, []).Open(Ring, Name));
    }

    [Fact]
    public void A_single_flipped_bit_anywhere_is_found()
    {
        var envelope = Envelope.Seal(Ring, Name, Plain);
        foreach (var bytes in new[] { envelope.WrappedKey, envelope.Ciphertext })
        {
            for (var bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                IsCorrupt(() => envelope.Open(Ring, Name));
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }

        Assert.Equal(Plain, envelope.Open(Ring, Name));
    }

    [Fact]
    public void Bytes_that_were_cut_off_or_added_are_found()
    {
        var envelope = Envelope.Seal(Ring, Name, Plain);
        for (var length = 0; length < envelope.Ciphertext.Length; length++)
            IsCorrupt(() => (envelope with { Ciphertext = envelope.Ciphertext[..length] }).Open(Ring, Name));
        IsCorrupt(() => (envelope with { WrappedKey = [] }).Open(Ring, Name));
        IsCorrupt(() => (envelope with { Ciphertext = [.. envelope.Ciphertext, 0] }).Open(Ring, Name));
    }

    [Fact]
    public void An_envelope_opens_under_its_own_name_only()
    {
        var envelope = Envelope.Seal(Ring, Name, Plain);
        foreach (var other in new[] { Name with { Organisation = "other" }, Name with { Kind = "content" }, Name with { Id = "other" } })
            IsCorrupt(() => envelope.Open(Ring, other));
        var second = Envelope.Seal(Ring, Name with { Id = "second" }, Plain);
        IsCorrupt(() => (envelope with { Ciphertext = second.Ciphertext }).Open(Ring, Name));
    }

    [Fact]
    public void Another_key_of_the_same_id_gives_no_garbage()
    {
        var envelope = Envelope.Seal(Ring, Name, Plain);
        IsCorrupt(() => envelope.Open(KeyLines.Ring(KeyLines.Of("a", 8)), Name));
        var missing = Assert.Throws<ProblemException>(() => envelope.Open(KeyLines.Ring(KeyLines.Of("b", 7)), Name)).Problems[0];
        Assert.Equal("SLW-VLT-50002", missing.Code);
        Assert.Contains("'a'", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rewrapping_changes_the_key_and_not_the_secret()
    {
        var rotated = KeyLines.Ring(KeyLines.Of("b", 9), KeyLines.Of("a", 7));
        var envelope = Envelope.Seal(Ring, Name, Plain);
        var result = envelope.Rewrap(rotated, Name);
        Assert.Equal(("b", envelope.Ciphertext), (result.KeyId, result.Ciphertext));
        Assert.Equal(Plain, result.Open(KeyLines.Ring(KeyLines.Of("b", 9)), Name));
    }

    [Fact]
    public void Another_program_opens_it_with_the_key_and_not_without()
    {
        var envelope = Envelope.Seal(Ring, Name, Plain);
        var (code, output) = Open(Ring, "organisation|password|id", envelope);
        Assert.Equal((0, Convert.ToHexString(Plain).ToLowerInvariant()), (code, output.Trim()));
        foreach (var (ring, name) in new[] { (KeyLines.Ring(KeyLines.Of("a", 8)), "organisation|password|id"), (Ring, "organisation|content|id") })
        {
            (code, output) = Open(ring, name, envelope);
            Assert.Equal(1, code);
            Assert.Contains("AEADBadTagException", output, StringComparison.Ordinal);
        }
    }

    private static ToolResult Open(KeyRing ring, string name, Envelope envelope) => ExternalTool.Run(
        "java", Path.Combine(Repository.Root, "tests", "outsiders", "vault", "OpenSecret.java"), Convert.ToBase64String(ring.Current.Bytes), name,
        Convert.ToHexString(envelope.WrappedKey), Convert.ToHexString(envelope.Ciphertext));

    private static void IsCorrupt(Func<byte[]> open)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(open).Problems);
        Assert.Equal("SLW-VLT-50001", problem.Code);
        Assert.DoesNotContain(Encoding.UTF8.GetString(Plain), problem.Message, StringComparison.Ordinal);
    }
}
