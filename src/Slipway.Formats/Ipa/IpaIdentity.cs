namespace Slipway.Formats.Ipa;

/// <summary>The ids in a package that need a profile for signing.</summary>
/// <param name="BundleId">Id of the app.</param>
/// <param name="Extensions">Ids of its extensions.</param>
public sealed record IpaIdentity(string BundleId, IReadOnlyList<string> Extensions);
