using System.Text.Json;

namespace Slipway.Server.Tests.Browser;

/// <summary>Debian's Chromium as a judge of pages: what they look like, and what they ask for.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--virtual-time-budget=15000",
    ];

    private readonly TemporaryFolder _folder = new();

    /// <summary>The page's content after its scripts ran, and every address that it asked for.</summary>
    public (string Content, IReadOnlyList<string> Requests) Open(Uri address)
    {
        var log = Path.Combine(_folder.Path, "network.json");
        var content = ExternalTool.RunWell("chromium", [.. Quiet, $"--user-data-dir={Path.Combine(_folder.Path, "profile")}", $"--log-net-log={log}", "--dump-dom", address.AbsoluteUri]);
        return (content, Requests(log, address));
    }

    /// <summary>A picture of the page in a window of a size; gives the file.</summary>
    public string Draw(Uri address, int width, int height)
    {
        var picture = Path.Combine(_folder.Path, $"{Guid.NewGuid():N}.png");
        ExternalTool.RunWell("chromium", [.. Quiet, $"--user-data-dir={Path.Combine(_folder.Path, "profile")}", $"--window-size={width},{height}", $"--screenshot={picture}", address.AbsoluteUri]);
        return picture;
    }

    public void Dispose() => _folder.Dispose();

    // Requests of a page name where it is from as their initiator; those of the browser itself do not.
    private static List<string> Requests(string log, Uri page)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(log));
        var start = document.RootElement.GetProperty("constants").GetProperty("logEventTypes").GetProperty("URL_REQUEST_START_JOB").GetInt32();
        return
        [
            .. from e in document.RootElement.GetProperty("events").EnumerateArray()
               where e.GetProperty("type").GetInt32() == start && e.TryGetProperty("params", out var p) && p.TryGetProperty("url", out _) && p.TryGetProperty("initiator", out var initiator)
                   && initiator.GetString() == page.GetLeftPart(UriPartial.Authority)
               select e.GetProperty("params").GetProperty("url").GetString(),
        ];
    }
}
