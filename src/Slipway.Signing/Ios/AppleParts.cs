namespace Slipway.Signing.Ios;

/// <summary>Which of the files of a request are looked at.</summary>
[Flags]
internal enum AppleParts
{
    None = 0,

    /// <summary>The .p12, and the certificates of issuers beside it.</summary>
    Key = 1,

    /// <summary>The provisioning profile.</summary>
    Profile = 2,
}
