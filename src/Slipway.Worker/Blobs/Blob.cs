namespace Slipway.Worker.Blobs;

/// <summary>A blob on this worker's disk.</summary>
/// <param name="Path">Path of its file.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha1">SHA-1, in lower-case hexadecimal digits.</param>
internal sealed record Blob(string Path, long Size, string Sha1)
{
    /// <summary>Sequence number of its last use.</summary>
    public long Used { get; set; }

    /// <summary>Number of builds that need it.</summary>
    public int Pins { get; set; }
}
