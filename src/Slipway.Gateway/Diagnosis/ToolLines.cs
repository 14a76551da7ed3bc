namespace Slipway.Gateway.Diagnosis;

/// <summary>Lines for other tools that look at the same, for who does not believe the doctor.</summary>
internal static class ToolLines
{
    /// <summary>curl, by the same proxy. The password of the proxy is left out: curl asks for it.</summary>
    public static ToolLine Curl(Examination examination, string arguments, string path = "/") =>
        new("curl", $"curl {Proxy(examination)}{arguments} {Quoted(Redactor.Plain(examination.Options.Server) + path)}");

    /// <summary>openssl s_client.</summary>
    public static ToolLine OpenSsl(Examination examination, string arguments) =>
        new("openssl", $"openssl s_client -connect {examination.Place} {(examination.Proxy is { SpeaksHttp: true } proxy ? $"-proxy {proxy.Place} " : "")}{arguments} </dev/null");

    /// <summary>PowerShell.</summary>
    public static ToolLine PowerShell(string line) => new("powershell", line);

    /// <summary>dig.</summary>
    public static ToolLine Dig(string arguments) => new("dig", $"dig {arguments}");

    // A shell reads ? and & itself.
    private static string Quoted(string address) => address.Contains('?', StringComparison.Ordinal) ? $"'{address}'" : address;

    // What .NET calls socks5 lets the proxy look names up, which curl calls socks5h.
    private static string Proxy(Examination examination) => examination.Proxy is { } proxy
        ? $"-x {Redactor.PlainProxy(proxy.Address).Replace("socks5://", "socks5h://", StringComparison.Ordinal)} {(proxy.User is null ? "" : "-U USER ")}"
        : "--noproxy '*' ";
}
