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

    /// <summary>Prefixes of application identifiers, usually the team.</summary>
    public required IReadOnlyList<string> ApplicationIdentifierPrefixes { get; init; }

    /// <summary>Teams, ten letters and digits each.</summary>
    public required IReadOnlyList<string> TeamIdentifiers { get; init; }

    /// <summary>Name of the team.</summary>
    public string? TeamName { get; init; }

    /// <summary>Platforms, such as iOS; empty in old profiles.</summary>
    public required IReadOnlyList<string> Platforms { get; init; }

    /// <summary>Time of creation.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>Time of expiry.</summary>
    public required DateTimeOffset ExpirationDate { get; init; }

    /// <summary>Certificates whose keys may sign, DER parsed.</summary>
    public required IReadOnlyList<X509Certificate2> DeveloperCertificates { get; init; }

    /// <summary>Ids of the allowed devices; null when the profile has no list.</summary>
    public required IReadOnlyList<string>? ProvisionedDevices { get; init; }

    /// <summary>True when every device is allowed.</summary>
    public required bool ProvisionsAllDevices { get; init; }

    /// <summary>True when Xcode created the profile and renews it, which invalidates it for other tools.</summary>
    public required bool IsXcodeManaged { get; init; }

    /// <summary>Entitlements that apps may have; values can be patterns that end with <c>*</c>.</summary>
    public required PlistDictionary Entitlements { get; init; }

    /// <summary>The purpose of the profile.</summary>
    public required ProfileKind Kind { get; init; }

    /// <summary>The whole property list.</summary>
    public required PlistDictionary Content { get; init; }

    /// <summary>Certificates in the envelope: the signer of the profile and its issuers.</summary>
    public required IReadOnlyList<X509Certificate2> EnvelopeCertificates { get; init; }

    /// <summary>Whether the envelope's signature matches its content and its own certificate; trust is not checked.</summary>
    public required bool IsIntact { get; init; }

    /// <summary><c>PREFIX.com.example.app</c>, <c>PREFIX.com.example.*</c> or <c>PREFIX.*</c>.</summary>
    public string? ApplicationIdentifier => Entitlements.Text("application-identifier");
}

/// <summary>The devices on which a provisioning profile allows an app.</summary>
public enum ProfileKind
{
    /// <summary>Listed devices, with a debugger: <c>get-task-allow</c> is true.</summary>
    Development,

    /// <summary>Listed devices.</summary>
    AdHoc,

    /// <summary>Every device of a company: <c>ProvisionsAllDevices</c> is true.</summary>
    InHouse,

    /// <summary>The store: no list of devices.</summary>
    AppStore,
}
