namespace Slipway.Protocol.Builds;

/// <summary>A file that a build made.</summary>
/// <param name="Kind"><c>binary</c>, <c>log</c>, or another kind that workers upload.</param>
/// <param name="Name">File name.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
/// <param name="Url">Address for the download; valid for a limited time, without a token.</param>
/// <param name="InstallUrl">Page from which devices install it; null if they cannot install it.</param>
public sealed record ArtifactDescription(string Kind, string Name, long Size, string Sha256, string Url, string? InstallUrl);

/// <summary>Kinds of artifacts.</summary>
public static class ArtifactKind
{
    /// <summary>The package.</summary>
    public const string Binary = "binary";

    /// <summary>The log.</summary>
    public const string Log = "log";
}

/// <summary>The address of an install page. Anyone who has the address can install the app.</summary>
/// <param name="Id">Id of the link.</param>
/// <param name="Build">The build.</param>
/// <param name="Name">Name of the package.</param>
/// <param name="Url">The address.</param>
/// <param name="MadeBy">Who created it: <c>user:ID</c> or <c>token:ID</c>.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ExpiresAt">When it expires, unless it is withdrawn before.</param>
public sealed record InstallLinkDescription(Guid Id, Guid Build, string Name, string Url, string MadeBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
