using System.CommandLine;
using Slipway.Firewall;
using Slipway.Protocol.Proxies;

namespace Slipway.Cli.Commands;

/// <summary>Options that select the addresses for rules.</summary>
internal sealed class FirewallSourceOptions
{
    private static readonly TimeSpan DownloadTime = TimeSpan.FromSeconds(60);

    public Option<string> Ranges { get; } = new("--ranges")
    {
        Description = "Amazon's address list: a file or an https URL.",
        HelpName = "file|url",
        DefaultValueFactory = _ => RangesSource.Published,
    };

    public Option<string> Service { get; } = new("--service") { Description = "Amazon service whose addresses to use.", HelpName = "service", DefaultValueFactory = _ => "CLOUDFRONT" };

    public Option<string?> Region { get; } = new("--region") { Description = "Use only the addresses of this region, such as GLOBAL. Default: all.", HelpName = "region" };

    public void AddTo(Command command, bool withRanges = true)
    {
        if (withRanges)
            command.Options.Add(Ranges);
        command.Options.Add(Service);
        command.Options.Add(Region);
        command.Validators.Add(result =>
        {
            foreach (var option in new Option[] { Service, Region })
            {
                if (result.GetResult(option)?.Tokens is [var token] && !RangeFilter.IsWord(token.Value))
                    result.AddError($"{option.Name} takes a word of letters, digits, - and _.");
            }
        });
    }

    public RangeFilter Filter(ParseResult result) => new(result.GetRequiredValue(Service), result.GetValue(Region));

    public Task<PublishedRanges> ReadAsync(ParseResult result, CancellationToken cancellation) => ReadAsync(result.GetRequiredValue(Ranges), cancellation);

    public static async Task<PublishedRanges> ReadAsync(string location, CancellationToken cancellation)
    {
        using var client = Client();
        return await new RangesSource(location, client).ReadAsync(cancellation);
    }

    public static HttpClient Client() => new(new SocketsHttpHandler { Proxy = ProxyEnvironment.OfThisProcess() }) { Timeout = DownloadTime, MaxResponseContentBufferSize = IpRangesReader.MaxBytes };
}
