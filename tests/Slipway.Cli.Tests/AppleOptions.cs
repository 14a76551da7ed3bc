namespace Slipway.Cli.Tests;

/// <summary>Options that sign by an identity.</summary>
internal static class AppleOptions
{
    /// <summary>Options that name key and profile.</summary>
    public static string[] Options(this AppleIdentity identity, string key, string profile) =>
    [
        "--certificate", identity.PathOf(key + ".p12"), "--certificate-password-file", identity.PathOf("password.txt"), "--profile", identity.PathOf(profile + ".mobileprovision"),
    ];
}
