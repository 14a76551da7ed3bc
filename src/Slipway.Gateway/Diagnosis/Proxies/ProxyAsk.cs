using System.Globalization;
using System.Text;

namespace Slipway.Gateway.Diagnosis.Proxies;

/// <summary>Asks a proxy by hand: HttpClient tells of a refusal only its status.</summary>
internal static class ProxyAsk
{
    private const int MostHead = 32 * 1024;
    private const int MostBody = 4096;
    private static readonly TimeSpan BodyTime = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks for a tunnel, or for a page in the absolute form when the service is called without TLS.</summary>
    /// <param name="stream">The connection to the proxy.</param>
    /// <param name="server">Where to.</param>
    /// <param name="login">User and password; null without.</param>
    /// <param name="agent">Name of the program.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ProxyAnswer> AskAsync(Stream stream, Uri server, (string User, string Password)? login, string agent, CancellationToken cancellation)
    {
        var place = $"{Host(server)}:{server.Port}";
        var text = new StringBuilder(server.Scheme == Uri.UriSchemeHttps ? $"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n" : $"GET http://{place}/health/live HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n");
        if (login is var (user, password))
            text.Append("Proxy-Authorization: Basic ").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))).Append("\r\n");
        text.Append("User-Agent: ").Append(agent).Append("\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text.ToString()), cancellation);
        return await ReadAsync(stream, cancellation);
    }

    /// <summary>Host as it stands in an authority.</summary>
    public static string Host(Uri server) => server.HostNameType == UriHostNameType.IPv6 ? $"[{server.IdnHost.Trim('[', ']')}]" : server.IdnHost;

    // Byte by byte up to the empty line: what comes after it belongs to the tunnel.
    private static async Task<ProxyAnswer> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var head = new List<byte>(512);
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (head.Count > MostHead || await stream.ReadAsync(one, cancellation) == 0)
                return new ProxyAnswer(0, Printable(Encoding.Latin1.GetString([.. head])), [], "");
            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToList();
        var words = lines[0].Split(' ', 3);
        var status = words.Length >= 2 && words[0].StartsWith("HTTP/", StringComparison.Ordinal) && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2).Select(pair => KeyValuePair.Create(pair[0].Trim(), Printable(pair[1].Trim()))).ToList();
        return new ProxyAnswer(status, Printable(lines[0]), headers, status is >= 200 and < 300 ? "" : await BodyAsync(stream, cancellation));
    }

    private static bool EndsHead(List<byte> head) =>
        head.Count >= 2 && head[^1] == '\n' && (head[^2] == '\n' || (head.Count >= 4 && head[^2] == '\r' && head[^3] == '\n'));

    private static async Task<string> BodyAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[MostBody];
        var (count, isWhole) = (0, false);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(BodyTime);
        try
        {
            for (int read; count < buffer.Length && !isWhole; count += read)
            {
                read = await stream.ReadAsync(buffer.AsMemory(count), enough.Token);
                isWhole = read == 0;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Whatever came until then tells enough.
        }

        // Half of a secret would not be known for one.
        var text = Encoding.UTF8.GetString(buffer, 0, count);
        return Words(isWhole ? text : text[..(text.LastIndexOfAny([' ', '\n']) + 1)]);
    }

    // A page of HTML without its tags: the sentence that a person would read.
    private static string Words(string page)
    {
        var text = new StringBuilder();
        var inTag = false;
        foreach (var c in page)
        {
            inTag = c == '<' || (inTag && c != '>');
            text.Append(inTag || c == '>' ? ' ' : c);
        }

        var words = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Printable(words);
    }

    private static string Printable(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
