namespace Slipway.Signing.Ios;

/// <summary>The files of a request to read.</summary>
[Flags]
internal enum AppleParts
{
    None = 0,

    /// <summary>The .p12 and the additional certificates of issuers.</summary>
    Key = 1,

    /// <summary>The provisioning profile.</summary>
    Profile = 2,
}
