namespace Slipway.Server.Tests.Credentials;

/// <summary>Keystores that keytool makes.</summary>
internal static class KeytoolKeystore
{
    public const string Alias = "upload";

    /// <summary>A keystore with one key.</summary>
    /// <param name="password">Password of the keystore.</param>
    /// <param name="type">PKCS12 or JKS.</param>
    /// <param name="keyPassword">Password of the key, for JKS.</param>
    /// <param name="size">Bits of the RSA key.</param>
    /// <param name="from">Begin, as keytool writes it: +1d, -2y.</param>
    /// <param name="days">Days that it is valid.</param>
    public static byte[] Make(string password, string type = "PKCS12", string? keyPassword = null, int size = 2048, string from = "-1d", int days = 9000)
    {
        using var folder = new TemporaryFolder();
        var path = folder["upload.keystore"];
        string[] arguments =
        [
            "-genkeypair", "-keystore", path, "-storetype", type, "-storepass", password, "-alias", Alias, "-keyalg", "RSA", "-keysize", $"{size}", "-startdate", from, "-validity", $"{days}",
            "-dname", "CN=Upload, O=Slipway Tests, C=US",
        ];
        ExternalTool.RunWell("keytool", keyPassword is null ? arguments : [.. arguments, "-keypass", keyPassword]);
        return File.ReadAllBytes(path);
    }
}
