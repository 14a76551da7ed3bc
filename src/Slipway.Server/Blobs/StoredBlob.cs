namespace Slipway.Server.Blobs;

/// <summary>An object of a store.</summary>
/// <param name="Location">Its name.</param>
/// <param name="Size">Its length in bytes.</param>
internal sealed record StoredBlob(string Location, long Size);
