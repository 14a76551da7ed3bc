using Slipway.Formats.Keys;
using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>The data that a signature binds to the code.</summary>
public sealed record CodeSignatureInput
{
    /// <summary>Identifier of the code: the bundle id, or the file's name for a bare library.</summary>
    public required string Identifier { get; init; }

    /// <summary>Team id, ten letters and digits; null for code without a team.</summary>
    public required string? TeamId { get; init; }

    /// <summary>The file <c>Info.plist</c> of the bundle; null for code without one.</summary>
    public ReadOnlyMemory<byte>? InfoPlist { get; init; }

    /// <summary>The file <c>_CodeSignature/CodeResources</c> of the bundle; null for code without one.</summary>
    public ReadOnlyMemory<byte>? CodeResources { get; init; }

    /// <summary>Entitlements of the code; null for libraries and frameworks.</summary>
    public PlistDictionary? Entitlements { get; init; }

    /// <summary>True for the main executable of an app or extension.</summary>
    public required bool IsMainExecutable { get; init; }
}

/// <summary>Options for signing code.</summary>
/// <param name="Key">An RSA key with the chain of its certificate: leaf, intermediate, root.</param>
/// <param name="SigningTime">The time that the signature states, to the second.</param>
public sealed record CodeSigningOptions(SigningKey Key, DateTimeOffset SigningTime);
