using Slipway.Gateway.Requests;

namespace Slipway.Gateway.Diagnosis.Proxies;

/// <summary>What a proxy says to the wish to reach the service.</summary>
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
