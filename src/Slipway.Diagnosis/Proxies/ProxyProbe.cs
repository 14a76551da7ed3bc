using System.Text;
using Slipway.Connect.Messages;
using Slipway.Connect.Proxies;

namespace Slipway.Diagnosis.Proxies;

/// <summary>Asks a proxy by hand: HttpClient tells of a refusal only its status.</summary>
internal static class ProxyProbe
{
    private const int MostBody = 4096;
    private static readonly TimeSpan BodyTime = TimeSpan.FromMilliseconds(500);

    /// <summary>Asks for a tunnel, or for a page in the absolute form when the service is called without TLS.</summary>
    /// <param name="stream">The connection to the proxy.</param>
    /// <param name="server">Where to.</param>
    /// <param name="login">User and password; null without.</param>
    /// <param name="agent">Name of the program.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ProxyAnswer> AskAsync(Stream stream, Uri server, BasicLogin? login, string agent, CancellationToken cancellation)
    {
        var place = $"{(server.HostNameType == UriHostNameType.IPv6 ? $"[{server.IdnHost.Trim('[', ']')}]" : server.IdnHost)}:{server.Port}";
        try
        {
            var head = server.Scheme == Uri.UriSchemeHttps
                ? await ConnectClient.AskAsync(stream, place, login, agent, cancellation)
                : await GetAsync(stream, place, login, agent, cancellation);
            return new ProxyAnswer(
                head.Status, Printable(head.Start), [.. head.Fields.Select(field => field with { Value = Printable(field.Value) })], head.IsSuccess ? "" : await BodyAsync(stream, cancellation));
        }
        catch (NoAnswerException e)
        {
            return new ProxyAnswer(0, Printable(e.Received), [], "");
        }
    }

    private static async Task<AnswerHead> GetAsync(Stream stream, string place, BasicLogin? login, string agent, CancellationToken cancellation)
    {
        var authorization = login is null ? "" : $"Proxy-Authorization: {login.First()}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET http://{place}/health/live HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n{authorization}User-Agent: {agent}\r\n\r\n"), cancellation);
        return await AnswerHead.ReceiveAsync(stream, cancellation);
    }

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

/// <summary>What a proxy says to the request to reach the service.</summary>
/// <param name="Status">The status; 0 when it is no answer of HTTP.</param>
/// <param name="StatusLine">The first line.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The beginning of the body.</param>
internal sealed record ProxyAnswer(int Status, string StatusLine, IReadOnlyList<HeaderField> Headers, string Body)
{
    private const int MostShown = 300;

    /// <summary>May bytes go through now?</summary>
    public bool IsOpen => Status is >= 200 and < 300;

    /// <summary>The ways of logging in that it offers, such as Basic.</summary>
    public IReadOnlyList<string> Schemes => [.. All("Proxy-Authenticate").Select(value => value.Split(' ', 2)[0])];

    /// <summary>The same without secrets, and shortened only then: half of a secret would not be known for one.</summary>
    public ProxyAnswer Redact(ReportRedactor redactor) => this with
    {
        StatusLine = redactor.CleanForeign(StatusLine),
        Headers = [.. Headers.Select(header => header with { Value = redactor.CleanForeign(header.Value) })],
        Body = redactor.CleanForeign(Body) is { Length: > MostShown } body ? body[..MostShown] + "…" : redactor.CleanForeign(Body),
    };

    /// <summary>The values of a header.</summary>
    public IEnumerable<string> All(string name) => Headers.Where(header => header.Is(name)).Select(header => header.Value);

    /// <summary>The values of a header in one line; null when it is not there.</summary>
    public string? Find(string name) => All(name).ToList() is { Count: > 0 } values ? string.Join(", ", values) : null;
}
