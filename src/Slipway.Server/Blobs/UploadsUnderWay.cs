namespace Slipway.Server.Blobs;

/// <summary>Uploads of an organisation to this server that are in progress, so that parallel uploads do not each use the same remaining quota.</summary>
internal sealed class UploadsUnderWay
{
    /// <summary>Bytes reserved by uploads that have not ended.</summary>
    public long Held { get; set; }

    /// <summary>Counter of the bytes that uploads have kept since the server started; only differences are meaningful.</summary>
    public long Kept { get; set; }
}
