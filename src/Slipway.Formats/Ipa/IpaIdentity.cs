namespace Slipway.Formats.Ipa;

/// <summary>Which ids need a profile to be signed.</summary>
/// <param name="BundleId">Id of the app.</param>
/// <param name="Extensions">Ids of its extensions.</param>
public sealed record IpaIdentity(string BundleId, IReadOnlyList<string> Extensions);
