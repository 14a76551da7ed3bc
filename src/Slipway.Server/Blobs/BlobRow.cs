namespace Slipway.Server.Blobs;

/// <summary>A blob of an organisation in the database.</summary>
internal sealed record BlobRow(string Sha256, long Size, string Location);
