using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Plist;

namespace Slipway.Formats.Provisioning;

/// <summary>
/// A provisioning profile (<c>.mobileprovision</c>): a property list inside a CMS envelope (developer.apple.com, TN3125
/// "Inside Code Signing: Provisioning Profiles").
/// </summary>
public sealed record ProvisioningProfile
{
    /// <summary>Name that its owner gave it.</summary>
    public required string Name { get; init; }

    /// <summary>UUID of this edition.</summary>
    public required string Uuid { get; init; }

    /// <summary>Name of the app id.</summary>
    public string? AppIdName { get; init; }

    /// <summary>Prefixes that application identifiers may begin with, mostly the team.</summary>
    public required IReadOnlyList<string> ApplicationIdentifierPrefixes { get; init; }

    /// <summary>Teams, ten letters and digits each.</summary>
    public required IReadOnlyList<string> TeamIdentifiers { get; init; }

    /// <summary>Name of the team.</summary>
    public string? TeamName { get; init; }

    /// <summary>Platforms, such as iOS; empty in old profiles.</summary>
    public required IReadOnlyList<string> Platforms { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>From when on it is void.</summary>
    public required DateTimeOffset ExpirationDate { get; init; }

    /// <summary>Certificates whose keys may sign, DER parsed.</summary>
    public required IReadOnlyList<X509Certificate2> DeveloperCertificates { get; init; }

    /// <summary>Devices; null when the profile has no list.</summary>
    public required IReadOnlyList<string>? ProvisionedDevices { get; init; }

    /// <summary>Every device is allowed.</summary>
    public required bool ProvisionsAllDevices { get; init; }

    /// <summary>Xcode made and renews it; nobody else can sign with it for long.</summary>
    public required bool IsXcodeManaged { get; init; }

    /// <summary>What apps may be granted; values may be patterns that end with <c>*</c>.</summary>
    public required PlistDictionary Entitlements { get; init; }

    /// <summary>What it is for.</summary>
    public required ProfileKind Kind { get; init; }

    /// <summary>The whole property list.</summary>
    public required PlistDictionary Content { get; init; }

    /// <summary>Certificates in the envelope: who signed the profile, and issuers.</summary>
    public required IReadOnlyList<X509Certificate2> EnvelopeCertificates { get; init; }

    /// <summary>Whether the envelope's signature fits its content and its own certificate; says nothing about trust.</summary>
    public required bool IsIntact { get; init; }

    /// <summary><c>PREFIX.com.example.app</c>, <c>PREFIX.com.example.*</c> or <c>PREFIX.*</c>.</summary>
    public string? ApplicationIdentifier => Entitlements.Text("application-identifier");
}
