namespace Slipway.Diagnosis.Tls;

/// <summary>Recognises products that inspect TLS by the issuer of the certificates that they generate.</summary>
internal static class InspectionProducts
{
    private static readonly (string Word, string Product)[] Known =
    [
        ("Zscaler", "Zscaler"), ("Netskope", "Netskope"), ("goskope", "Netskope"), ("Blue Coat", "Symantec ProxySG"), ("ProxySG", "Symantec ProxySG"),
        ("Palo Alto", "Palo Alto Networks"), ("Fortinet", "Fortinet FortiGate"), ("FortiGate", "Fortinet FortiGate"), ("Check Point", "Check Point"),
        ("Cisco Umbrella", "Cisco Umbrella"), ("Sophos", "Sophos"), ("McAfee", "Skyhigh (McAfee)"), ("Skyhigh", "Skyhigh (McAfee)"),
        ("Forcepoint", "Forcepoint"), ("Websense", "Forcepoint"), ("Barracuda", "Barracuda"), ("WatchGuard", "WatchGuard"), ("SonicWall", "SonicWall"),
        ("iboss", "iboss"), ("Cato Networks", "Cato Networks"), ("Menlo Security", "Menlo Security"), ("Gateway CA - Cloudflare", "Cloudflare Gateway"),
        ("Kaspersky", "Kaspersky"), ("ESET SSL Filter", "ESET"), ("Avast", "Avast"), ("Bitdefender", "Bitdefender"), ("mitmproxy", "mitmproxy"),
        ("Charles Proxy", "Charles"), ("DO_NOT_TRUST_Fiddler", "Fiddler"), ("PortSwigger", "Burp Suite"),
    ];

    /// <summary>Returns the product that an issuer names; null when it names none.</summary>
    public static string? Of(string issuer) => Known.FirstOrDefault(k => issuer.Contains(k.Word, StringComparison.OrdinalIgnoreCase)).Product;
}
