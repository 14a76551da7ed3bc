namespace Slipway.Server.Blobs;

/// <summary>Uploads of an organisation to this server, so that many at once do not each take what is left.</summary>
internal sealed class UploadsUnderWay
{
    /// <summary>Bytes of uploads that have not ended.</summary>
    public long Held { get; set; }

    /// <summary>Bytes that uploads have kept since the server started; only differences mean something.</summary>
    public long Kept { get; set; }
}
