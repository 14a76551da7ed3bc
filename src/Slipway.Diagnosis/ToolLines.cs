namespace Slipway.Diagnosis;

/// <summary>Command lines of other tools, with which a user can verify the doctor's findings.</summary>
internal static class ToolLines
{
    /// <summary>curl through the same proxy. The password of the proxy is left out, because curl asks for it.</summary>
    public static ToolLine Curl(Examination examination, string arguments, string path = "/") =>
        new("curl", $"curl {Proxy(examination)}{arguments} {Quoted(ReportRedactor.Plain(examination.Options.Service) + path)}");

    /// <summary>openssl s_client.</summary>
    public static ToolLine OpenSsl(Examination examination, string arguments) =>
        new("openssl",
            $"openssl s_client -connect {examination.Place} {(examination.Proxy is { SpeaksHttp: true } proxy ? $"-proxy {proxy.Place} " : "")}{arguments} </dev/null");

    /// <summary>PowerShell.</summary>
    public static ToolLine PowerShell(string line) => new("powershell", line);

    /// <summary>dig.</summary>
    public static ToolLine Dig(string arguments) => new("dig", $"dig {arguments}");

    // A shell interprets ? and &.
    private static string Quoted(string address) => address.Contains('?', StringComparison.Ordinal) ? $"'{address}'" : address;

    // With socks5 in .NET the proxy resolves names, which curl calls socks5h.
    private static string Proxy(Examination examination) => examination.Proxy is { } proxy
        ? $"-x {ReportRedactor.PlainProxy(proxy.Address).Replace("socks5://", "socks5h://", StringComparison.Ordinal)} {(proxy.User is null ? "" : "-U USER ")}"
        : "--noproxy '*' ";
}

/// <summary>A command line of another tool.</summary>
/// <param name="Tool">curl, openssl, dig, powershell.</param>
/// <param name="Line">The line, ready to be pasted.</param>
public sealed record ToolLine(string Tool, string Line);
