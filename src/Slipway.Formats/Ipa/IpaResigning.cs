using Slipway.Formats.CodeSignature.Writing;
using Slipway.Formats.Plist;

namespace Slipway.Formats.Ipa;

/// <summary>Options for signing a package again.</summary>
/// <param name="Options">Key and time.</param>
/// <param name="TeamId">Ten letters and digits.</param>
/// <param name="Grants">Profile and entitlements of the app and of every extension, by new bundle id.</param>
public sealed record IpaResigning(CodeSigningOptions Options, string TeamId, IReadOnlyDictionary<string, IpaGrant> Grants)
{
    /// <summary>New id of the app, which also replaces the start of nested ids; null to keep the current one.</summary>
    public string? BundleId { get; init; }
}

/// <summary>The ids in a package that need a profile for signing.</summary>
/// <param name="BundleId">Id of the app.</param>
/// <param name="Extensions">Ids of its extensions.</param>
public sealed record IpaIdentity(string BundleId, IReadOnlyList<string> Extensions);

/// <summary>The profile and entitlements with which an app or extension runs on devices.</summary>
/// <param name="Profile">The provisioning profile; becomes <c>embedded.mobileprovision</c>.</param>
/// <param name="Entitlements">The entitlements of the signature.</param>
public sealed record IpaGrant(ReadOnlyMemory<byte> Profile, PlistDictionary Entitlements);

/// <summary>The result of signing a package again.</summary>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Thinned">Executables and libraries that were reduced to the code for 64-bit ARM.</param>
public sealed record IpaResigned(long Size, int Entries, IReadOnlyList<string> Thinned);
