using Slipway.Formats.ApkSigning;

namespace Slipway.Build.Inspect;

/// <summary>The content of an Android package and what is wrong with it.</summary>
/// <param name="Path">Path of the package.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">Hash of the file in hexadecimal digits.</param>
/// <param name="Identity">What the manifest declares; null when it is missing or cannot be read.</param>
/// <param name="Schemes">Signature schemes that verify.</param>
/// <param name="Signers">The signers.</param>
/// <param name="Dex">Its DEX files.</param>
/// <param name="SizeByKind">Packed bytes by kind of file, the largest first.</param>
/// <param name="Findings">What is wrong.</param>
public sealed record ApkReport(
    string Path,
    long Size,
    string Sha256,
    AppIdentity? Identity,
    IReadOnlyList<ApkScheme> Schemes,
    IReadOnlyList<ApkSigner> Signers,
    IReadOnlyList<PackagedDex> Dex,
    IReadOnlyList<(string Kind, long Size, int Files)> SizeByKind,
    IReadOnlyList<PackageFinding> Findings)
{
    /// <summary>True when devices accept it.</summary>
    public bool IsValid => !Findings.Any(f => f.IsError);
}

/// <summary>What the manifest of a package declares.</summary>
/// <param name="Package">Application id.</param>
/// <param name="VersionName">Version shown to users.</param>
/// <param name="VersionCode">Version code, which devices compare.</param>
/// <param name="MinSdk">Lowest API level.</param>
/// <param name="TargetSdk">API level whose behaviour the app expects.</param>
/// <param name="Debuggable">Whether debuggers may attach.</param>
/// <param name="Permissions">Permissions that it requests.</param>
/// <param name="Components">Components that the system can start.</param>
public sealed record AppIdentity(
    string Package,
    string? VersionName,
    long VersionCode,
    int MinSdk,
    int TargetSdk,
    bool Debuggable,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<AppComponent> Components);

/// <summary>A part of an app that the system can start.</summary>
/// <param name="Kind">activity, activity-alias, service, receiver or provider.</param>
/// <param name="Name">Its class.</param>
/// <param name="Exported">Whether other apps may start it; null when the manifest does not say.</param>
public sealed record AppComponent(string Kind, string Name, bool? Exported);

/// <summary>The content of a DEX file.</summary>
/// <param name="Name">Its name in the package.</param>
/// <param name="Version">Format version: 35 to 39.</param>
/// <param name="Classes">Classes that it defines.</param>
/// <param name="Methods">Methods that they define.</param>
/// <param name="Size">Length in bytes.</param>
public sealed record PackagedDex(string Name, int Version, int Classes, int Methods, long Size);

/// <summary>A fault of a package.</summary>
/// <param name="IsError">True when devices refuse the package or one of its classes; false for a smaller fault.</param>
/// <param name="Area">zip, signature, alignment, manifest or dex.</param>
/// <param name="Where">Entry, signer or method; null for the whole package.</param>
/// <param name="Text">What is wrong.</param>
public sealed record PackageFinding(bool IsError, string Area, string? Where, string Text);
