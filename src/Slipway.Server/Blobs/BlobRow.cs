namespace Slipway.Server.Blobs;

/// <summary>A content that an organisation has.</summary>
internal sealed record BlobRow(string Sha256, long Size, string Location);
