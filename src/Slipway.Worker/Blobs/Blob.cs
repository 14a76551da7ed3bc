namespace Slipway.Worker.Blobs;

/// <summary>A content on this worker's disk.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha1">The older hash, in lower-case hexadecimal digits.</param>
internal sealed record Blob(string Path, long Size, string Sha1)
{
    /// <summary>Turn of its last use.</summary>
    public long Used { get; set; }

    /// <summary>How many builds need it to stay.</summary>
    public int Pins { get; set; }
}
